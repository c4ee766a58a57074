/** Writes new parts of a file, in block and in flow style. */

import { Mapping, type Node, Scalar, Sequence, stringScalar } from "../../yaml/tree/node.ts";
import { print } from "../../yaml/write/print.ts";

/** The indentation of new lines. */
export interface Indent {
  /** Columns before a key. */
  keys: number;
  /** Additional columns before the dashes of a list under a key. */
  lists: number;
}

/** The lines of an entry, each with its line break. */
export function entryText(key: string, value: Node, { keys, lists }: Indent): string {
  const lines = print(new Mapping([{ key: stringScalar(key), value }]));
  if (lists === 0 || !(value instanceof Sequence) || value.items.length === 0) return indented(lines, keys);
  const keyLineEnd = lines.indexOf("\n") + 1;
  return indented(lines.slice(0, keyLineEnd), keys) + indented(lines.slice(keyLineEnd), keys + lists);
}

/** The text after the key's colon: on the same line, if it starts with a space, or from the next line. */
export function valueText(key: string, value: Node, indent: Indent): string {
  return entryText(key, value, indent).slice(indent.keys + print(stringScalar(key)).trimEnd().length + 1);
}

/** The lines of an item with its dash. */
export function itemText(item: Node, indent: number): string {
  return indented(print(new Sequence([item])), indent);
}

function indented(lines: string, indent: number): string {
  return indent === 0 ? lines : lines.replace(/^(?=.)/gm, " ".repeat(indent));
}

/** A scalar on one line, quoted like the one it replaces; undefined if it needs more lines. */
export function inlineText(value: Scalar, old: Scalar): string | undefined {
  const isText = value.tag === "!!str" && /^[\x20-\x7e]*$/.test(value.value);
  if (isText && old.style === "single") return `'${value.value.replaceAll("'", "''")}'`;
  if (isText && old.style === "double") return JSON.stringify(value.value);
  const text = print(value).trimEnd();
  return text.includes("\n") ? undefined : text;
}

/** A value in flow style. */
export function flowText(value: Node): string {
  if (value instanceof Sequence) return `[${value.items.map(flowText).join(", ")}]`;
  if (value instanceof Mapping) {
    return `{${value.entries.map(({ key, value }) => flowEntryText(key, value)).join(", ")}}`;
  }
  const text = print(value).trimEnd();
  return /[\n,[\]{}#?]/.test(text) && value instanceof Scalar ? JSON.stringify(value.value) : text;
}

export function flowEntryText(key: Node, value: Node): string {
  return `${flowText(key)}: ${flowText(value)}`;
}

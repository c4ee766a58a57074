/** New pieces of a file, in block and in flow style. */

import { Mapping, type Node, Scalar, Sequence, stringScalar } from "../../yaml/node.ts";
import { print } from "../../yaml/print.ts";

/** The lines of an entry, each with its line break, indented. */
export function entryText(key: string, value: Node, indent: number): string {
  return indented(print(new Mapping([{ key: stringScalar(key), value }])), indent);
}

/** What stands behind the key's colon: on its line, where it starts with a space, or from the next line on. */
export function valueText(key: string, value: Node, indent: number): string {
  const lines = entryText(key, value, indent);
  return lines.slice(indent + print(stringScalar(key)).trimEnd().length + 1);
}

/** The lines of an item with its dash. */
export function itemText(item: Node, indent: number): string {
  return indented(print(new Sequence([item])), indent);
}

function indented(lines: string, indent: number): string {
  return indent === 0 ? lines : lines.replace(/^(?=.)/gm, " ".repeat(indent));
}

/** A scalar on one line, in the quotes of the one that it replaces; undefined where it needs more lines. */
export function inlineText(value: Scalar, old: Scalar): string | undefined {
  const isText = value.tag === "!!str" && /^[\x20-\x7e]*$/.test(value.value);
  if (isText && old.style === "single") return `'${value.value.replaceAll("'", "''")}'`;
  if (isText && old.style === "double") return JSON.stringify(value.value);
  const text = print(value).trimEnd();
  return text.includes("\n") ? undefined : text;
}

/** A value between brackets. */
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

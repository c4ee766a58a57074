/**
 * The canonical print: what kustomize writes at the end of a build.
 *
 * kustomize gets there by writing with go-yaml v3, reading that, writing JSON, and reading and writing that with go-yaml v2.
 * Here it is one walk, with a stack of its own as nesting may be deep.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { analyze } from "./analyze.ts";
import { isBreak } from "./chars.ts";
import { compareKeys } from "./key_order.ts";
import {
  type Alias,
  atPlace,
  type Entry,
  type Mapping,
  type Node,
  type Scalar,
  type Sequence,
  stringScalar,
} from "./node.ts";
import { MAX_DEPTH } from "./parse_state.ts";
import { keyText, printScalar, rootKeyText } from "./print_scalar.ts";
import { followAlias } from "./plain.ts";
import { isSimpleKey, printSimpleKey, printString } from "./print_string.ts";

export interface PrintOptions {
  /** Whether keys are written in go-yaml v2's order; true unless set. */
  sortKeys?: boolean;
}

/** A collection that is being written. */
interface Frame {
  /** The entries of a mapping in the order of writing. Their keys are scalars that hold text. */
  entries: Entry[] | undefined;
  /** The items of a list. */
  items: Node[] | undefined;
  next: number;
  indent: number;
  /** Whether the first line is begun already, by `- ` or `: `. */
  inline: boolean;
  /** Whether brackets were around the contents in the input. */
  flow: boolean;
}

/**
 * One document as kustomize writes it, with a line break at its end. Fails, with the place, on what kustomize cannot
 * write: keys that are no text, infinite numbers, texts whose tag they do not fit.
 */
export function print(node: Node, { sortKeys = true }: PrintOptions = {}): string {
  return new Printer(sortKeys).print(node);
}

class Printer {
  readonly #sortKeys: boolean;
  readonly #stack: Frame[] = [];
  #out = "";

  constructor(sortKeys: boolean) {
    this.#sortKeys = sortKeys;
  }

  print(root: Node): string {
    const node = followAlias(root);
    if (!isNested(node)) return lineOf(node, 0, 2, false);
    this.#open(node, 0, true, false);
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      const isComplete = frame.entries !== undefined
        ? this.#writeEntries(frame, frame.entries)
        : this.#writeItems(frame, frame.items!);
      if (isComplete) this.#stack.pop();
    }
    return this.#out;
  }

  /** Writes entries of a mapping until one opens a collection; tells whether all are written. */
  #writeEntries(frame: Frame, entries: Entry[]): boolean {
    const { indent, flow } = frame;
    while (frame.next < entries.length) {
      const entry = entries[frame.next]!;
      const text = (entry.key as Scalar).value;
      const value = followAlias(entry.value);
      const start = frame.inline && frame.next === 0 ? "" : pad(indent);
      frame.next++;
      if (!isSimpleKey(text)) {
        const key = printString(text, analyze(text), indent + 2, indent + 2);
        this.#out += start + "? " + endLine(key) + pad(indent) + ":";
        if (this.#child(value, indent, flow)) return false;
        continue;
      }
      const key = printSimpleKey(text);
      if (isNested(value)) {
        this.#out += start + key + ":\n";
        // A list stands in the column of its key, a mapping two further.
        this.#open(value, value.kind === "sequence" ? indent : indent + 2, false, flow);
        return false;
      }
      this.#out += start + key + ": " + lineOf(value, indent + key.length + 2, indent + 2, flow);
    }
    return true;
  }

  /** Writes items of a list until one opens a collection; tells whether all are written. */
  #writeItems(frame: Frame, items: Node[]): boolean {
    const { indent, flow } = frame;
    while (frame.next < items.length) {
      const item = followAlias(items[frame.next]!);
      this.#out += (frame.inline && frame.next === 0 ? "" : pad(indent)) + "-";
      frame.next++;
      if (this.#child(item, indent, flow)) return false;
    }
    return true;
  }

  /** Writes what follows `-`, or the `:` of a key with `?`, on the same line; tells whether it opened a collection. */
  #child(value: Exclude<Node, Alias>, indent: number, flow: boolean): boolean {
    if (!isNested(value)) {
      this.#out += " " + lineOf(value, indent + 2, indent + 2, flow);
      return false;
    }
    this.#out += " ";
    this.#open(value, indent + 2, true, flow);
    return true;
  }

  #open(node: Mapping | Sequence, indent: number, inline: boolean, outerFlow: boolean): void {
    const flow = outerFlow || node.flow;
    const entries = node.kind === "mapping" ? this.#entries(node) : undefined;
    const items = node.kind === "sequence" ? node.items : undefined;
    this.#stack.push({ entries, items, next: 0, indent, inline, flow });
    if (this.#stack.length > MAX_DEPTH) {
      fail("too-deep", `collections are nested more than ${MAX_DEPTH} levels deep`, atPlace(node));
    }
  }

  /** The entries of a mapping in the order of writing, with keys that hold the text to write. */
  #entries(node: Mapping): Entry[] {
    const isRoot = this.#stack.length === 0;
    let entries = node.entries;
    let isSorted = true;
    let previous: string | undefined;
    for (let i = 0; i < entries.length; i++) {
      const { key, value } = entries[i]!;
      const text = isRoot ? rootKeyText(key) : keyText(key);
      if (text !== (key as Scalar).value) {
        if (entries === node.entries) entries = [...entries];
        entries[i] = { key: stringScalar(text), value };
      }
      if (isSorted && previous !== undefined) isSorted = compareKeys(previous, text) < 0;
      previous = text;
    }
    return isSorted || !this.#sortKeys ? entries : sortByKey(entries);
  }
}

function sortByKey(entries: Entry[]): Entry[] {
  const sorted = entries.toSorted((a, b) => compareKeys((a.key as Scalar).value, (b.key as Scalar).value));
  for (let i = 1; i < sorted.length; i++) {
    const { key } = sorted[i]!;
    if ((key as Scalar).value === (sorted[i - 1]!.key as Scalar).value) {
      fail("duplicate-key", `the key ${JSON.stringify((key as Scalar).value)} is in this mapping twice`, atPlace(key));
    }
  }
  return sorted;
}

/** Whether a node takes lines of its own: a collection that is not empty. */
function isNested(node: Exclude<Node, Alias>): node is Mapping | Sequence {
  if (node.kind === "scalar") return false;
  return node.kind === "mapping" ? node.entries.length > 0 : node.items.length > 0;
}

/** What is not nested, with the line break at its end. */
function lineOf(node: Exclude<Node, Alias>, column: number, indent: number, flow: boolean): string {
  if (node.kind === "scalar") return endLine(printScalar(node, column, indent, flow));
  return node.kind === "mapping" ? "{}\n" : "[]\n";
}

/** Ends the line; a block scalar has done so by its last line break. */
function endLine(text: string): string {
  return isBreak(text.charCodeAt(text.length - 1)) ? text : text + "\n";
}

/** Indentations, made once. */
const PADS = Array.from({ length: 64 }, (_, indent) => " ".repeat(indent));

function pad(indent: number): string {
  return PADS[indent] ?? " ".repeat(indent);
}

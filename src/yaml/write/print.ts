/**
 * The canonical printer: prints what kustomize writes at the end of a build.
 *
 * kustomize writes with go-yaml v3, reads that, writes JSON, and reads and writes that with go-yaml v2. Here it is one
 * walk, with an explicit stack because nesting may be deep.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { analyze } from "../scalar/analyze.ts";
import { checkKeyComment } from "./key_comment.ts";
import { compareKeys } from "./key_order.ts";
import {
  type Alias,
  type Entry,
  type Mapping,
  type Node,
  type Scalar,
  scalarText,
  type Sequence,
} from "../tree/node.ts";
import { atPlace } from "../tree/place.ts";
import { NINE } from "../../text/chars.ts";
import { MAX_DEPTH } from "../tree/limits.ts";
import { endLine, pad } from "../../text/lines.ts";
import { type Passage, printedKey, printedRootKey, printKey, printScalar } from "./print_scalar.ts";
import { failDuplicate } from "../value/unique_keys.ts";
import { followAlias } from "../value/plain.ts";
import { printString } from "./print_string.ts";
import { joinShort } from "../../text/join_short.ts";
import { withMerged, withoutNullKeys } from "./written_entries.ts";

export interface PrintOptions {
  /** Whether to write keys in go-yaml v2's order. Default: true. */
  sortKeys?: boolean;
  /** Default: "block". */
  passage?: "block" | "decoded";
}

/** The entries of a mapping, in output order, or the items of a list. */
type Contents = { entries: Entry[] } | { items: Node[] };

/** A collection that is being written. */
interface PrintFrame {
  contents: Contents;
  /** The index of the next entry or item. */
  next: number;
  indent: number;
  /** Whether `- ` or `: ` has already started the first line. */
  inline: boolean;
  passage: Passage;
  isRoot: boolean;
}

/**
 * One document as kustomize writes it, with a final line break. Fails, with a place, on what kustomize cannot write:
 * keys that are not text, infinite numbers, texts that do not fit their tag.
 */
export function print(node: Node, options?: PrintOptions): string {
  return [...printParts(node, options)].join("");
}

/**
 * The same in parts, none of which is much longer than `PART` or a text that is there already: a document may exceed
 * the maximum length of a string.
 */
export function printParts(node: Node, { sortKeys = true, passage = "block" }: PrintOptions = {}): Iterable<string> {
  return new Printer(sortKeys).parts(node, passage);
}

const PART = 1 << 16;

class Printer {
  readonly #sortKeys: boolean;
  #source: Source | undefined;
  readonly #stack: PrintFrame[] = [];
  /** Pieces of the text: joining them at the end takes less memory than concatenation. */
  #out: string[] = [];
  /** The length of the text in `#out`, without short pieces. */
  #size = 0;

  constructor(sortKeys: boolean) {
    this.#sortKeys = sortKeys;
  }

  *parts(root: Node, passage: Passage): Iterable<string> {
    const node = followAlias(root);
    if (node.kind === "scalar" || !isNested(node)) return yield lineOf(node, 0, 2, passage);
    this.#source = node.source;
    this.#open(node, 0, passage);
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      const { contents } = frame;
      const isComplete = "entries" in contents
        ? this.#writeEntries(frame, contents.entries)
        : this.#writeItems(frame, contents.items);
      if (isComplete) this.#stack.pop();
      if (this.#isFull || this.#out.length >= PART) yield* this.#take();
    }
    yield* this.#take();
  }

  get #isFull(): boolean {
    return this.#size >= PART;
  }

  #take(): string[] {
    const parts = joinShort(this.#out, PART);
    this.#out = [];
    this.#size = 0;
    return parts;
  }

  /**
   * Writes entries of a mapping until one opens a collection or the part is long enough. Returns true if all are
   * written, and nothing was left to do.
   */
  #writeEntries(frame: PrintFrame, entries: Entry[]): boolean {
    const { indent, passage } = frame;
    while (frame.next < entries.length) {
      const entry = entries[frame.next]!;
      const start = frame.inline && frame.next === 0 ? "" : pad(indent);
      frame.next++;
      const key = printKey(entry.key, frame.isRoot);
      const value = followAlias(entry.value);
      if (key === "") {
        this.#out.push(start, "? ", longKey(entry.key, frame), pad(indent), ":");
        if (this.#child(value, indent, passage)) return false;
      } else if (value.kind === "scalar") {
        const line = lineOf(value, indent + key.length + 2, indent + 2, passage);
        this.#out.push(start, key, ": ", line);
        this.#size += line.length;
        if (this.#isFull) return false;
      } else if (value.kind === "mapping" && value.deferred?.indent === indent + 2) {
        this.#out.push(start, key, ":\n");
        this.#addParts(value.deferred.parts);
      } else if (isNested(value)) {
        this.#out.push(start, key, ":\n");
        // A list is in the column of its key, a mapping two further.
        this.#open(value, value.kind === "sequence" ? indent : indent + 2, passage);
        return false;
      } else {
        if (passage === "block" && !value.flow) checkKeyComment(entry.key, this.#source);
        this.#out.push(start, key, ": ", lineOf(value, 0, 0, passage));
      }
    }
    return true;
  }

  #addParts(parts: readonly string[]): void {
    for (const part of parts) {
      this.#out.push(part);
      this.#size += part.length;
    }
  }

  /** Like `#writeEntries`, for the items of a list. */
  #writeItems(frame: PrintFrame, items: Node[]): boolean {
    const { indent, passage } = frame;
    while (frame.next < items.length) {
      const item = followAlias(items[frame.next]!);
      this.#out.push(frame.inline && frame.next === 0 ? "" : pad(indent), "-");
      frame.next++;
      if (this.#child(item, indent, passage)) return false;
      if (this.#isFull) return false;
    }
    return true;
  }

  /**
   * Writes what follows `-`, or the `:` of a key with `?`, on the same line. Returns whether it opened a collection.
   */
  #child(value: Exclude<Node, Alias>, indent: number, passage: Passage): boolean {
    if (value.kind === "scalar" || !isNested(value)) {
      const line = lineOf(value, indent + 2, indent + 2, passage);
      this.#out.push(" ", line);
      this.#size += line.length;
      return false;
    }
    this.#out.push(" ");
    this.#open(value, indent + 2, passage, true);
    return true;
  }

  #open(node: Mapping | Sequence, indent: number, outer: Passage, inline = false): void {
    const isRoot = this.#stack.length === 0;
    const passage = outer === "block" && node.flow ? "brackets" : outer;
    const contents = node.kind === "mapping" ? { entries: this.#order(node.entries, isRoot) } : { items: node.items };
    this.#stack.push({ contents, next: 0, indent, inline, passage, isRoot });
    if (this.#stack.length > MAX_DEPTH) {
      fail("too-deep", `collections are nested more than ${MAX_DEPTH} levels deep`, atPlace(node));
    }
  }

  /** The entries that are written, in output order, which is usually the given one. */
  #order(given: Entry[], isRoot: boolean): Entry[] {
    const ordered = this.#sorted(isRoot ? withoutNullKeys(given) : given, isRoot);
    const merged = withMerged(ordered);
    return merged === undefined ? ordered : this.#sorted(merged, isRoot);
  }

  #sorted(entries: Entry[], isRoot: boolean): Entry[] {
    if (!this.#sortKeys) return entries;
    for (let i = 1; i < entries.length; i++) {
      const { key } = entries[i]!;
      const { key: previous } = entries[i - 1]!;
      // A key that is not a scalar is rejected when it is written, if not by the sorting.
      const isInOrder = key.kind === "scalar" && previous.kind === "scalar" &&
        compareKeys(previous.value, key.value) < 0 && !mayChange(key) && !mayChange(previous);
      if (!isInOrder) {
        return sortByKey(entries, isRoot ? printedRootKey : printedKey);
      }
    }
    return entries;
  }
}

/** Whether a key may be an integer, a timestamp or base64, whose text may change when it is written. */
function mayChange({ value, tag }: Scalar): boolean {
  return value.charCodeAt(0) <= NINE || tag === "!!binary";
}

function sortByKey(entries: Entry[], printedBy: (key: Node) => string): Entry[] {
  const sorted = entries.map((entry) => ({ entry, text: printedBy(entry.key) }))
    .sort((a, b) => compareKeys(a.text, b.text));
  const written = sorted.filter(({ entry, text }, index) => {
    const next = sorted[index + 1];
    if (next?.text !== text) return true;
    // Of keys that are equal once they are decoded, the last one counts.
    if (scalarText(next.entry.key) === scalarText(entry.key)) failDuplicate(next.entry.key, entry.key);
    return false;
  });
  return written.map(({ entry }) => entry);
}

/** A key with `?`, which may take several lines. */
function longKey(key: Node, { indent, isRoot }: PrintFrame): string {
  const text = isRoot ? printedRootKey(key) : printedKey(key);
  return endLine(printString(text, analyze(text), indent + 2, indent + 2));
}

/** Whether a collection has its own lines. */
function isNested(node: Mapping | Sequence): boolean {
  return node.kind === "mapping" ? node.entries.length > 0 : node.items.length > 0;
}

/** The text of any other node, with its line break. */
function lineOf(node: Exclude<Node, Alias>, column: number, indent: number, passage: Passage): string {
  if (node.kind === "scalar") return endLine(printScalar(node, column, indent, passage));
  return node.kind === "mapping" ? "{}\n" : "[]\n";
}

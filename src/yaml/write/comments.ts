/**
 * Comments of a text whose document is changed and written again.
 *
 * Nodes hold no comments. So they are noted beside the nodes when the text is read, and woven into what `printStyled` writes, by
 * go-yaml v3's rules: a comment belongs to the field or item below it, to the one above it where an empty line follows, or to
 * what stands before it on its line. Comments within brackets are lost. go-yaml itself moves a few comments elsewhere (one behind
 * a list in brackets, one between items and not in their column); here they stay.
 */

import { lineAt, lineEnd, lineStarts } from "../../text/lines.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Node } from "../tree/node.ts";
import { nodeEnd } from "../tree/node_spans.ts";

/** A field or an item of a block collection, in the order of the text. */
interface Entry {
  /** The key, or the item itself. */
  node: Node;
  value: Node;
  /** Where the key or the dash stands, both counted from 1; 0 for what is not of the text. */
  line: number;
  column: number;
  /** Index of the next entry that is not within this one. */
  end: number;
}

interface NoteOfEntry {
  /** Lines above it; "" for an empty one. */
  head: string[];
  foot: string[];
  /** Behind it on its line. */
  line: string;
}

export class Comments {
  readonly #source: Source;
  readonly #notes = new Map<Node, NoteOfEntry>();
  /** Below everything. */
  readonly #last: string[] = [];

  /** Reads the comments of `document`, which is all of `source`. */
  constructor(document: Node, source: Source) {
    this.#source = source;
    const entries = entriesOf(document, source);
    const inScalars = new Set<number>();
    for (const entry of entries) {
      if (entry.line > 0) this.#readLine(entry, inScalars);
    }
    this.#readBlocks(entries, inScalars);
  }

  /** Puts the comments into a printed text of the document, `starts` being where in it the nodes start. */
  weave(document: Node, printed: string, starts: ReadonlyMap<Node, number>): string {
    if (this.#notes.size === 0 && this.#last.length === 0) return printed;
    const lines = printed.replace(/\n$/, "").split("\n");
    const printedStarts = lineStarts(printed);
    const above: string[][] = lines.map(() => []);
    const below: string[][] = lines.map(() => []);
    const entries = entriesOf(document, this.#source);
    const firstLines = entries.map(({ node }) => lineAt(printedStarts, starts.get(node)!));
    entries.forEach(({ node, end }, index) => {
      const first = firstLines[index]!;
      const last = (firstLines[end] ?? lines.length) - 1;
      const note = this.#notes.get(node);
      const indent = /^ */.exec(lines[first]!)![0];
      above[first]!.push(...(note?.head ?? []).map((text) => text === "" ? "" : indent + text));
      below[last]!.push(...(note?.foot ?? []).map((text) => indent + text));
    });
    for (const [node, { line }] of this.#notes) {
      const start = line === "" ? undefined : starts.get(node);
      if (start !== undefined) lines[lineAt(printedStarts, start)] += ` ${line}`;
    }
    return join(lines, above, below) + this.#last.map((text) => `\n${text}`).join("") + "\n";
  }

  #noteOf(node: Node): NoteOfEntry {
    const note = this.#notes.get(node) ?? { head: [], foot: [], line: "" };
    this.#notes.set(node, note);
    return note;
  }

  /** Notes what stands behind an entry on its line, and which lines are inside its scalar. */
  #readLine({ node, value, line, column }: Entry, inScalars: Set<number>): void {
    const { text } = this.#source;
    const isBeside = !isEmpty(value) && !isBlock(value) && this.#source.position(value.start).line === line;
    const subject = isBeside ? value : node;
    const comment = commentBehind(text, subject);
    if (comment !== undefined) this.#noteOf(subject).line = comment;
    if (value.kind !== "scalar" || isEmpty(value)) return;
    const last = isBlockScalar(value)
      ? this.#lastLineOfBlock(line, column)
      : this.#source.position(Math.max(0, nodeEnd(text, value) - 1)).line;
    for (let inner = line + 1; inner <= last; inner++) inScalars.add(inner);
  }

  #lastLineOfBlock(line: number, column: number): number {
    let last = line;
    while (last < this.#lineCount && (this.#indentOf(last + 1) < 0 || this.#indentOf(last + 1) >= column)) last++;
    return last;
  }

  get #lineCount(): number {
    return this.#source.position(this.#source.text.length).line;
  }

  /** Number of spaces before the text of a line; -1 for an empty line. */
  #indentOf(line: number): number {
    return this.#source.line(line).search(/\S/);
  }

  /** Notes the comments that have their lines for themselves. */
  #readBlocks(entries: readonly Entry[], inScalars: ReadonlySet<number>): void {
    let next = 0;
    for (let line = 1; line <= this.#lineCount; line++) {
      if (inScalars.has(line) || !this.#isComment(line)) continue;
      const first = line;
      while (this.#isComment(line + 1) && !inScalars.has(line + 1)) line++;
      while (next < entries.length && entries[next]!.line < first) next++;
      this.#readBlock(first, line, entries, next);
    }
  }

  #isComment(line: number): boolean {
    return this.#source.line(line).trimStart().startsWith("#");
  }

  #readBlock(first: number, last: number, entries: readonly Entry[], next: number): void {
    const column = this.#indentOf(first) + 1;
    const texts: string[] = [];
    for (let line = first; line <= last; line++) texts.push(this.#source.line(line).trim());
    const below = entries[next];
    const above = entries[next - 1];
    // Nothing below belongs to a key without a value, or to the first line of the text where that has a comment.
    const touches = above !== undefined && this.#indentOf(first - 1) >= 0 && !isEmpty(above.value) &&
      !(first === 2 && /[ \t]#/.test(this.#source.line(1)));
    const isDetached = this.#indentOf(last + 1) < 0;
    if (below === undefined) {
      if (touches) this.#noteOf(ownerOf(entries, next - 1, column)).foot.push(...texts);
      else this.#last.push("", ...texts);
      return;
    }
    const isWithin = above !== undefined && above.end > next;
    const isFoot = above !== undefined && !isWithin &&
      (isDetached ? touches : below.column < above.column && below.column !== column);
    if (isFoot) {
      this.#noteOf(ownerOf(entries, next - 1, column)).foot.push(...texts);
      return;
    }
    // Of the empty lines around a comment only those between two, and the one that ends the first of a document, stay.
    const { head } = this.#noteOf(below.node);
    if (head.length > 0 && head.at(-1) !== "") head.push("");
    head.push(...texts, ...(isDetached && above === undefined ? [""] : []));
  }
}

/** The innermost of the entries around and at `index` that does not stand further to the right than `column`. */
function ownerOf(entries: readonly Entry[], index: number, column: number): Node {
  let owner = entries[index]!;
  for (let at = index - 1; at >= 0 && owner.column > column; at--) {
    if (entries[at]!.end > index) owner = entries[at]!;
  }
  return owner.node;
}

/** The comment behind a node of `text` on its line, with its `#`. */
export function commentBehind(text: string, node: Node): string | undefined {
  const end = isBlockScalar(node) ? headerEnd(text, node.start) : nodeEnd(text, node);
  // Behind a plain text of several lines go-yaml drops it.
  if (node.kind === "scalar" && node.style === "plain" && end > lineEnd(text, node.start)) return undefined;
  return /^:?[ \t]+(#.*)/.exec(text.slice(end, lineEnd(text, end)))?.[1];
}

function isBlockScalar(node: Node): boolean {
  return node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
}

/** Behind the indicators of a block scalar, such as `|2-`. */
function headerEnd(text: string, start: number): number {
  return start + /^\S*/.exec(text.slice(start, lineEnd(text, start)))![0].length;
}

function entriesOf(document: Node, source: Source): Entry[] {
  const entries: Entry[] = [];
  const add = (node: Node, value: Node, dash: boolean) => {
    const isOfText = node.source === source;
    const start = dash ? source.text.lastIndexOf("-", node.start - 1) : node.start;
    const place = isOfText ? source.position(Math.max(0, start)) : { line: 0, column: 0 };
    const entry = { node, value, ...place, end: 0 };
    entries.push(entry);
    addContents(value);
    entry.end = entries.length;
  };
  const addContents = (node: Node) => {
    if (!isBlock(node)) return;
    if (node.kind === "sequence") { for (const item of node.items) add(item, item, true); }
    else if (node.kind === "mapping") { for (const { key, value } of node.entries) add(key, value, false); }
  };
  addContents(document);
  return entries;
}

/** Whether a node is written on lines of its own. */
function isBlock(node: Node): boolean {
  if (node.kind === "mapping") return !node.flow && node.entries.length > 0;
  return node.kind === "sequence" && !node.flow && node.items.length > 0;
}

function isEmpty(node: Node): boolean {
  return node.kind === "scalar" && node.value === "" && node.style === "plain";
}

/** Joins lines with what stands above and below them. What is below a line is set apart from what follows in its column. */
function join(lines: string[], above: string[][], below: string[][]): string {
  const joined: string[] = [];
  lines.forEach((line, index) => {
    joined.push(...above[index]!, line);
    for (const text of below[index]!) joined.push(text);
    const [last] = below[index]!.slice(-1);
    const following = above[index + 1]?.[0] ?? lines[index + 1];
    if (last !== undefined && following !== undefined && last.search(/\S/) === following.search(/\S/)) joined.push("");
  });
  return joined.join("\n");
}

/** Finds the extents of nodes, entries and items in their text. Nodes only store their start. */

import type { Entry, Node, Scalar, Sequence } from "./node.ts";
import { columnOf, lineStart, nextLine } from "../../text/lines.ts";

/** `start` is at the first character, `end` after the last. */
export interface Span {
  start: number;
  end: number;
}

/** An entry of a mapping and the position of its colon. If the value is missing, the entry ends after the colon. */
export interface EntrySpan extends Span {
  colon: number;
}

export function entrySpan(text: string, { key, value }: Entry): EntrySpan {
  const colon = text.indexOf(":", nodeEnd(text, key));
  return { start: key.start, colon, end: isMissing(value) ? colon + 1 : nodeEnd(text, value) };
}

/** An item of a block sequence, starting at its dash. */
export function itemSpans(text: string, sequence: Sequence): Span[] {
  const column = columnOf(text, sequence.start);
  let from = lineStart(text, sequence.start);
  return sequence.items.map((item) => {
    const start = dashAt(text, from, column);
    const end = isMissing(item) ? start + 1 : nodeEnd(text, item);
    from = nextLine(text, end);
    return { start, end };
  });
}

/** The first dash in the column, in or after the line that starts at `from`. */
function dashAt(text: string, from: number, column: number): number {
  let line = from;
  while (line < text.length && text[line + column] !== "-") line = nextLine(text, line);
  return line + column;
}

/** Whether the node is missing in the text; its `start` is then that of the next token. */
export function isMissing(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && node.value === "";
}

/** The position after a node's last character. */
export function nodeEnd(text: string, node: Node): number {
  switch (node.kind) {
    case "alias":
      return node.start + 1 + node.anchor.length;
    case "scalar":
      return endOfScalar(text, node);
    case "mapping": {
      const last = node.entries.at(-1);
      const end = last === undefined ? node.start + 1 : entrySpan(text, last).end;
      return node.flow ? afterBracket(text, end) : end;
    }
    case "sequence": {
      if (!node.flow) return itemSpans(text, node).at(-1)!.end;
      const last = node.items.at(-1);
      return afterBracket(text, last === undefined ? node.start + 1 : nodeEnd(text, last));
    }
  }
}

function endOfScalar(text: string, { style, value, start }: Scalar): number {
  switch (style) {
    case "plain":
      return endOfPlain(text, value, start);
    case "single":
      return matchEnd(text, /'(?:[^']|'')*'/y, start);
    case "double":
      return matchEnd(text, /"(?:[^"\\]|\\[^])*"/y, start);
    case "literal":
    case "folded":
      return endOfBlockScalar(text, start);
  }
}

/** Line breaks and the blanks around them are folded in the value, so only nonblank characters are counted. */
function endOfPlain(text: string, value: string, start: number): number {
  let at = start;
  for (const character of value.replace(/\s/g, "")) {
    while (/\s/.test(text[at] ?? "x")) at++;
    at += character.length;
  }
  return at;
}

/** The last nonempty line among those indented at least as far as the first. */
function endOfBlockScalar(text: string, start: number): number {
  let end = start + /[^\n]*/.exec(text.slice(start, nextLine(text, start)))![0].length;
  let indent: number | undefined;
  for (let line = nextLine(text, start); line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, nextLine(text, line)).trimEnd();
    if (content === "") continue;
    const columns = content.length - content.trimStart().length;
    indent ??= columns;
    if (columns < indent || columns === 0) break;
    end = line + content.length;
  }
  return end;
}

/** The position after the closing bracket of a flow collection whose last item ends at `from`. */
function afterBracket(text: string, from: number): number {
  return matchEnd(text, /(?:[\s,]|(?<=\s)#[^\n]*)*[\]}]/y, from);
}

function matchEnd(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** From where to where nodes, entries and items are in their text. Nodes know where they start; their ends are found here. */

import type { Entry, Node, Scalar, Sequence } from "./node.ts";
import { columnOf, lineStart, nextLine } from "../../text/lines.ts";

/** `start` is at the first character, `end` behind the last. */
export interface Span {
  start: number;
  end: number;
}

/** An entry of a mapping; `colon` is where its colon is. The value may be missing: the entry then ends behind the colon. */
export interface EntrySpan extends Span {
  colon: number;
}

export function entrySpan(text: string, { key, value }: Entry): EntrySpan {
  const colon = text.indexOf(":", nodeEnd(text, key));
  return { start: key.start, colon, end: isMissing(value) ? colon + 1 : nodeEnd(text, value) };
}

/** An item of a block sequence, from its dash on. */
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

/** Whether nothing stands where the node should: its `start` is then that of what comes next. */
export function isMissing(node: Node): boolean {
  return node.kind === "scalar" && node.style === "plain" && node.value === "";
}

/** Behind a node's last character. */
export function nodeEnd(text: string, node: Node): number {
  switch (node.kind) {
    case "alias":
      return node.start + 1 + node.anchor.length;
    case "scalar":
      return endOfScalar(text, node);
    case "mapping": {
      const last = node.entries.at(-1);
      const end = last === undefined ? node.start + 1 : entrySpan(text, last).end;
      return node.flow ? behindBracket(text, end) : end;
    }
    case "sequence": {
      if (!node.flow) return itemSpans(text, node).at(-1)!.end;
      const last = node.items.at(-1);
      return behindBracket(text, last === undefined ? node.start + 1 : nodeEnd(text, last));
    }
  }
}

function endOfScalar(text: string, { style, value, start }: Scalar): number {
  switch (style) {
    case "plain":
      return endOfPlain(text, value, start);
    case "single":
      return behind(text, /'(?:[^']|'')*'/y, start);
    case "double":
      return behind(text, /"(?:[^"\\]|\\[^])*"/y, start);
    case "literal":
    case "folded":
      return endOfBlockScalar(text, start);
  }
}

/** Line breaks and the blanks around them are folded in the value, so all but blanks is counted. */
function endOfPlain(text: string, value: string, start: number): number {
  let at = start;
  for (const character of value.replace(/\s/g, "")) {
    while (/\s/.test(text[at] ?? "x")) at++;
    at += character.length;
  }
  return at;
}

/** The last line that is not empty among those indented at least like the first of them. */
function endOfBlockScalar(text: string, start: number): number {
  let end = start + /[^\n]*/.exec(text.slice(start, nextLine(text, start)))![0].length;
  let indent = -1;
  for (let line = nextLine(text, start); line < text.length; line = nextLine(text, line)) {
    const content = text.slice(line, nextLine(text, line)).trimEnd();
    if (content === "") continue;
    const columns = content.length - content.trimStart().length;
    if (indent < 0) indent = columns;
    if (columns < indent || columns === 0) break;
    end = line + content.length;
  }
  return end;
}

/** Behind the bracket that closes a flow collection whose last item ends at `from`. */
function behindBracket(text: string, from: number): number {
  return behind(text, /(?:[\s,]|(?<=\s)#[^\n]*)*[\]}]/y, from);
}

function behind(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

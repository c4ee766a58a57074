/** Block scalars: `|` and `>`. */

import { HASH, isBlank, isBreak, isDigit, LF, MINUS, NUL, PIPE, PLUS, SPACE, TAB, ZERO } from "../../text/chars.ts";
import { type Cursor, endOfLine, readBreak } from "./cursor.ts";
import { Breaks } from "./fold.ts";
import { joinLines } from "./plain.ts";

/** What the line of the indicator specifies. */
interface Header {
  /** `+` keeps the line breaks at the end, `-` drops them, "" keeps one. */
  chomping: "" | "+" | "-";
  /** The column of the content; 0 if the first nonempty line determines it. */
  indent: number;
}

/** Scans the block scalar whose `|` or `>` is at the cursor. Moves to the first line after it. */
export function scanBlockScalar(cursor: Cursor): string {
  const literal = cursor.text.charCodeAt(cursor.pos) === PIPE;
  const header = scanHeader(cursor);
  const emptyLines = scanEmptyLines(cursor, header);
  const body = (literal ? cutLiteral(cursor, header, emptyLines) : undefined) ??
    scanLines(cursor, header, literal, emptyLines);
  cursor.keyAllowed = true;
  if (header.chomping === "-") return body.lines;
  return body.lines + body.lineBreak + (header.chomping === "+" ? body.emptyLines : "");
}

/** The text of a block scalar, its last line break, and the empty lines after it. */
interface Body {
  lines: string;
  lineBreak: string;
  emptyLines: string;
}

function scanLines(cursor: Cursor, header: Header, literal: boolean, emptyLinesBefore: string): Body {
  const { text } = cursor;
  let lines = "";
  let lineBreak = "";
  let emptyLines = emptyLinesBefore;
  let wasBlank = false;
  while (cursor.column === header.indent && text.charCodeAt(cursor.pos) !== NUL) {
    const blank = isBlank(text.charCodeAt(cursor.pos));
    // A folded line break between two lines that start with text becomes a space, or nothing before empty lines.
    const folds = !literal && !wasBlank && !blank && lineBreak === "\n";
    lines += folds ? (emptyLines === "" ? " " : emptyLines) : lineBreak + emptyLines;
    const start = cursor.pos;
    cursor.pos = endOfLine(cursor, start);
    lines += text.slice(start, cursor.pos);
    wasBlank = blank;
    lineBreak = text.charCodeAt(cursor.pos) === NUL ? "" : readBreak(cursor);
    emptyLines = scanEmptyLines(cursor, header);
  }
  return { lines, lineBreak, emptyLines };
}

/**
 * The common case of a literal text, cut out in one piece. Undefined, with the cursor unchanged, if the text has line
 * breaks other than line feeds, or blank lines that are not empty.
 */
function cutLiteral(cursor: Cursor, { indent }: Header, emptyLinesBefore: string): Body | undefined {
  const { text, pos: start } = cursor;
  if (!cursor.isSimple || cursor.column !== indent) return undefined;
  for (let at = start;;) {
    const end = text.indexOf("\n", at);
    if (end < 0) return undefined;
    let lineStart = end + 1;
    while (text.charCodeAt(lineStart) === LF) lineStart++;
    at = lineStart;
    while (at - lineStart < indent && text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    if (code === LF) return undefined;
    if (at - lineStart === indent && code !== NUL) continue;
    cursor.pos = at;
    cursor.lineStart = lineStart;
    const lines = emptyLinesBefore + joinLines(text.slice(start, end), indent, "\n");
    return { lines, lineBreak: "\n", emptyLines: "\n".repeat(lineStart - end - 1) };
  }
}

function scanHeader(cursor: Cursor): Header {
  const { text } = cursor;
  let pos = cursor.pos + 1;
  let chomping: Header["chomping"] = "";
  let indent = 0;
  for (;; pos++) {
    const code = text.charCodeAt(pos);
    if ((code === PLUS || code === MINUS) && chomping === "") {
      chomping = code === PLUS ? "+" : "-";
    } else if (isDigit(code) && indent === 0) {
      if (code === ZERO) cursor.fail("a block scalar cannot be indented by 0", pos);
      indent = Math.max(cursor.indent, 0) + code - ZERO;
    } else {
      break;
    }
  }
  while (isBlank(text.charCodeAt(pos))) pos++;
  if (text.charCodeAt(pos) === HASH) pos = endOfLine(cursor, pos);
  cursor.pos = pos;
  if (isBreak(text.charCodeAt(pos))) readBreak(cursor);
  else if (text.charCodeAt(pos) !== NUL) {
    cursor.fail("only a comment can follow the indicator of a block scalar on its line");
  }
  return { chomping, indent };
}

/**
 * Skips empty lines and the indentation of the next line. Returns the line breaks. Sets the indentation in `header` if
 * it is not known yet.
 */
function scanEmptyLines(cursor: Cursor, header: Header): string {
  const { text } = cursor;
  const known = header.indent;
  let breaks: Breaks | undefined;
  let widest = 0;
  for (;;) {
    let pos = cursor.pos;
    const limit = known === 0 ? Infinity : cursor.lineStart + known;
    let code = text.charCodeAt(pos);
    while (code === SPACE && pos < limit) code = text.charCodeAt(++pos);
    cursor.pos = pos;
    widest = Math.max(widest, pos - cursor.lineStart);
    if (code === TAB && pos < limit) cursor.fail("a tab cannot be used for the indentation of a block scalar");
    if (!isBreak(code)) break;
    breaks ??= new Breaks();
    breaks.add(readBreak(cursor));
  }
  if (known === 0) header.indent = Math.max(widest, cursor.indent + 1, 1);
  return breaks?.text() ?? "";
}

/** The current position in a text during parsing, and the moves between tokens. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import {
  COLON,
  CR,
  DELETE,
  DOT,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  LF,
  LINE_SEPARATOR,
  MINUS,
  NUL,
  PERCENT,
  SPACE,
  TAB,
} from "../../text/chars.ts";
import { SIMPLE_KEY_LIMIT } from "../tree/limits.ts";

/** How far go-yaml looks for another comment below a comment. */
const COMMENT_LOOKAHEAD = 512;

/** With fewer characters left go-yaml has forgotten a byte order mark. */
const LEFT_WITH_MARK = 2;

export class Cursor {
  readonly source: Source;
  /** The parsed part of the source's text and a NUL, so that scanners need not check for the end. */
  readonly text: string;
  /**
   * Whether its only line breaks are line feeds and its only blanks are spaces, so that the engine's search can find
   * lines.
   */
  readonly isSimple: boolean;
  /** Offset of `text` in the source's text. */
  readonly base: number;
  /** An offset in `text`. */
  pos = 0;
  /** Start of the line of `pos`, used for columns and for "the same line". */
  lineStart = 0;
  /** The column of the innermost block collection, -1 outside all. */
  indent = -1;
  /** Number of open flow collections. */
  flowLevel = 0;
  /** Whether a key without `?` may start at the next token. In block context a line break allows one. */
  keyAllowed = true;
  /** Whether go-yaml passes over the first character of each line: it has found a second byte order mark. */
  passesFirst = false;
  /** Whether go-yaml v3 reads the text, once kyaml has replaced each CRLF by a line feed. */
  isV3 = false;

  constructor(source: Source, start: number, end: number) {
    this.source = source;
    // Joined, because V8 reads texts built with + through one more indirection.
    this.text = [source.text.slice(start, end), "\0"].join("");
    this.isSimple = !["\t", "\r", "\x85", "\u2028", "\u2029"].some((char) => this.text.includes(char));
    this.base = start;
  }

  get column(): number {
    return this.pos - this.lineStart;
  }

  /** Throws a `yaml-syntax` error at the cursor, or at the offset `pos` of `text`. */
  fail(message: string, pos: number = this.pos): never {
    fail("yaml-syntax", message, { place: { source: this.source, offset: this.base + pos } });
  }
}

/** Skips spaces, comments and line breaks. Returns the first character code of the next token. */
export function skipToToken(cursor: Cursor): number {
  const { text } = cursor;
  let pos = cursor.pos;
  for (;;) {
    if (cursor.passesFirst && pos === cursor.lineStart && text.length - 1 - pos >= LEFT_WITH_MARK) pos++;
    let code = text.charCodeAt(pos);
    while (code === SPACE || (code === TAB && (cursor.flowLevel > 0 || !cursor.keyAllowed))) {
      code = text.charCodeAt(++pos);
    }
    if (code > HASH && code < DELETE) {
      cursor.pos = pos;
      return code;
    }
    if (code === HASH) {
      cursor.pos = pos;
      skipComment(cursor);
      pos = cursor.pos;
      code = text.charCodeAt(pos);
    }
    if (code !== LF && !isBreak(code)) {
      cursor.pos = pos;
      return code;
    }
    pos += breakLength(cursor, pos);
    cursor.lineStart = pos;
    if (cursor.flowLevel === 0) cursor.keyAllowed = true;
  }
}

/** Moves from a `#` to the end of its line. In v3 to that of the last comment that is read with it, even after tabs. */
function skipComment(cursor: Cursor): void {
  const { text } = cursor;
  const alone = cursor.isV3 && isFirstOfLine(text, cursor.lineStart, cursor.pos);
  cursor.pos = endOfLine(cursor, cursor.pos);
  while (alone) {
    let pos = cursor.pos;
    let lineStart = cursor.lineStart;
    // go-yaml looks byte by byte, and so not past a line break of several bytes.
    for (let code = text.charCodeAt(pos); isBlank(code) || code === LF || code === CR; code = text.charCodeAt(pos)) {
      pos++;
      if (!isBlank(code)) lineStart = pos;
    }
    if (pos - cursor.pos >= COMMENT_LOOKAHEAD || text.charCodeAt(pos) !== HASH) return;
    cursor.pos = endOfLine(cursor, pos);
    cursor.lineStart = lineStart;
  }
}

/** Moves to the end of the line if only a comment is left, even with tabs before it. */
export function skipLineComment(cursor: Cursor): void {
  const { text } = cursor;
  let pos = cursor.pos;
  while (isBlank(text.charCodeAt(pos))) pos++;
  if (text.charCodeAt(pos) === HASH) cursor.pos = endOfLine(cursor, pos);
}

function isFirstOfLine(text: string, lineStart: number, pos: number): boolean {
  for (let at = pos - 1; at >= lineStart; at--) {
    if (!isBlank(text.charCodeAt(at))) return false;
  }
  return true;
}

/** The end of the line of `pos`: its line break or the end of the text. */
export function endOfLine({ text, isSimple }: Cursor, pos: number): number {
  if (isSimple) {
    const end = text.indexOf("\n", pos);
    return end < 0 ? text.length - 1 : end;
  }
  let at = pos;
  while (!isBreakOrEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Moves past one line break. Returns what it means in a scalar's text. */
export function readBreak(cursor: Cursor): string {
  const code = cursor.text.charCodeAt(cursor.pos);
  cursor.pos += breakLength(cursor, cursor.pos);
  cursor.lineStart = cursor.pos;
  return code >= LINE_SEPARATOR ? String.fromCharCode(code) : "\n";
}

function breakLength({ text, isV3 }: Cursor, pos: number): number {
  if (text.charCodeAt(pos) !== CR) return 1;
  if (isV3 && text.startsWith("\r\n", pos + 1)) return 3;
  return text.charCodeAt(pos + 1) === LF ? 2 : 1;
}

/** Whether `---` or `...` is at the start of the cursor's line, followed by a blank or the end. */
export function atDocumentMark(cursor: Cursor): boolean {
  const { text, pos } = cursor;
  if (pos !== cursor.lineStart) return false;
  const code = text.charCodeAt(pos);
  return (code === MINUS || code === DOT) && text.charCodeAt(pos + 1) === code && text.charCodeAt(pos + 2) === code &&
    isBlankOrEnd(text.charCodeAt(pos + 3));
}

/** Whether the document's content ends here: at the end, a document marker, or a directive. */
export function atDocumentEnd(cursor: Cursor, code: number): boolean {
  if (code === NUL) return true;
  if (cursor.pos !== cursor.lineStart) return false;
  return code === PERCENT || ((code === MINUS || code === DOT) && atDocumentMark(cursor));
}

/** Whether the cursor is at the `:` of a key that started at `start`, on the line that starts at `lineStart`. */
export function atKeyColon(cursor: Cursor, code: number, start: number, lineStart: number): boolean {
  return code === COLON && cursor.lineStart === lineStart &&
    (cursor.flowLevel > 0 || isBlankOrEnd(cursor.text.charCodeAt(cursor.pos + 1))) && isNear(cursor, start);
}

/** Whether the cursor is near enough to the start of a key for its colon. */
export function isNear(cursor: Cursor, start: number): boolean {
  if (cursor.pos - start <= SIMPLE_KEY_LIMIT) return true;
  if (cursor.pos - start > 2 * SIMPLE_KEY_LIMIT) return false;
  return [...cursor.text.slice(start, cursor.pos)].length <= SIMPLE_KEY_LIMIT;
}

/** Plain scalars: text without quotes, on one or more lines. */

import {
  COLON,
  COMMA,
  CR,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  NUL,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SPACE,
  TAB,
} from "../../text/chars.ts";
import { atDocumentMark, type Cursor, endOfLine } from "./cursor.ts";
import { foldBreaks } from "./fold.ts";

const BLOCK_STOPS = table([NUL, TAB, LF, CR, SPACE, COLON]);
const FLOW_STOPS = table([
  NUL,
  TAB,
  LF,
  CR,
  SPACE,
  COLON,
  COMMA,
  QUESTION,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  LEFT_BRACE,
  RIGHT_BRACE,
]);

function table(codes: number[]): Uint8Array {
  const stops = new Uint8Array(128);
  for (const code of codes) stops[code] = 1;
  return stops;
}

/**
 * Scans a plain scalar that starts at the cursor. Moves past it and the blanks and line breaks after it. The caller
 * checks that one may start here.
 */
export function scanPlain(cursor: Cursor): string {
  const { text } = cursor;
  let start = cursor.pos;
  let end = scanLine(cursor);
  let value = "";
  // Lines separated by nothing but the same indentation are cut out together, from `start` to `end`.
  let indent = -1;
  for (let code = text.charCodeAt(cursor.pos); code === LF || isBreak(code); code = text.charCodeAt(cursor.pos)) {
    const isBare = cursor.isSimple && cursor.pos === end;
    const folded = code === LF ? foldLine(cursor) : foldBreaks(cursor, cursor.indent + 1);
    // A line break at the end of a plain scalar allows a key even in flow context.
    cursor.keyAllowed = true;
    if (!continues(cursor)) break;
    const next = cursor.pos;
    const column = next - cursor.lineStart;
    const nextEnd = scanLine(cursor);
    if (nextEnd === next) break;
    cursor.keyAllowed = false;
    if (isBare && folded === " " && (indent === -1 || indent === column)) {
      indent = column;
    } else {
      value += joinLines(text.slice(start, end), indent, " ") + folded;
      start = next;
      indent = -1;
    }
    end = nextEnd;
  }
  return value + joinLines(text.slice(start, end), indent, " ");
}

/** Replaces line breaks and the indentation after them with `separator`. An indentation of -1 means no line break. */
export function joinLines(text: string, indent: number, separator: string): string {
  return indent < 0 ? text : text.replaceAll("\n" + " ".repeat(indent), separator);
}

/** Moves past a line feed and the indentation of the next line, the most common separator. */
function foldLine(cursor: Cursor): string {
  const { text } = cursor;
  let pos = cursor.pos + 1;
  let code = text.charCodeAt(pos);
  while (code === SPACE) code = text.charCodeAt(++pos);
  if (code === TAB || isBreak(code)) return foldBreaks(cursor, cursor.indent + 1);
  cursor.lineStart = cursor.pos + 1;
  cursor.pos = pos;
  return " ";
}

function continues(cursor: Cursor): boolean {
  if (cursor.flowLevel === 0 && cursor.pos - cursor.lineStart <= cursor.indent) return false;
  return cursor.text.charCodeAt(cursor.pos) !== HASH && !atDocumentMark(cursor);
}

/** Moves past the part of a scalar on one line and the blanks after it. Returns the end of the part. */
function scanLine(cursor: Cursor): number {
  const { text } = cursor;
  if (cursor.isSimple && cursor.flowLevel === 0) {
    const end = endOfLine(cursor, cursor.pos);
    if (isWholeLinePlain(text.slice(cursor.pos, end))) {
      cursor.pos = end;
      return end;
    }
  }
  const stops = cursor.flowLevel > 0 ? FLOW_STOPS : BLOCK_STOPS;
  let pos = cursor.pos;
  let end = pos;
  for (;;) {
    const start = pos;
    let code = text.charCodeAt(pos);
    for (;;) {
      while (code < 128 ? stops[code] === 0 : !isBreak(code)) code = text.charCodeAt(++pos);
      if (code !== COLON || isBlankOrEnd(text.charCodeAt(pos + 1))) break;
      code = text.charCodeAt(++pos);
    }
    if (pos > start) end = pos;
    if (!isBlank(code)) break;
    do code = text.charCodeAt(++pos); while (isBlank(code));
    if (code === HASH) break;
  }
  cursor.pos = pos;
  return end;
}

/** Whether nothing in a line without tabs ends a plain scalar in block context before the line does. */
function isWholeLinePlain(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return last !== SPACE && last !== COLON && !line.includes(": ") && !line.includes(" #");
}

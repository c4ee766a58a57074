/** Quoted scalars. */

import { BACKSLASH, DOUBLE_QUOTE, hexValue, isBlank, isBreak, NUL, SINGLE_QUOTE } from "../../text/chars.ts";
import { atDocumentMark, type Cursor, readBreak } from "./cursor.ts";
import { foldBreaks, skipBreaks } from "./fold.ts";
import { TextBuilder } from "../../text/text_builder.ts";

/** Scans `'…'` at the cursor, and moves past it. */
export function scanSingleQuoted(cursor: Cursor): string {
  const { text } = cursor;
  const open = cursor.pos;
  let value: TextBuilder | undefined;
  let start = open + 1;
  for (let pos = start;; pos++) {
    const code = text.charCodeAt(pos);
    if (code !== SINGLE_QUOTE && code !== NUL && !isBreak(code)) continue;
    const isQuote = code === SINGLE_QUOTE;
    if (isQuote && text.charCodeAt(pos + 1) !== SINGLE_QUOTE) return close(cursor, value, start, pos);
    value ??= new TextBuilder();
    if (isQuote) {
      value.add(text, start, ++pos);
      start = pos + 1;
    } else {
      value.add(foldLine(cursor, open, start, pos));
      start = cursor.pos;
      pos = start - 1;
    }
  }
}

/** Scans `"…"` at the cursor, and moves past it. */
export function scanDoubleQuoted(cursor: Cursor): string {
  const { text } = cursor;
  const open = cursor.pos;
  let value: TextBuilder | undefined;
  let start = open + 1;
  for (let pos = start;; pos++) {
    const code = text.charCodeAt(pos);
    if (code === DOUBLE_QUOTE) return close(cursor, value, start, pos);
    if (code !== BACKSLASH && code !== NUL && !isBreak(code)) continue;
    value ??= new TextBuilder();
    if (code === BACKSLASH) {
      value.add(text, start, pos);
      cursor.pos = pos;
      value.add(scanEscape(cursor));
      checkInside(cursor, open);
    } else {
      value.add(foldLine(cursor, open, start, pos));
    }
    start = cursor.pos;
    pos = start - 1;
  }
}

/** Ends the scalar at the closing quote at `pos`. The text from `start` on is not in `value` yet. */
function close(cursor: Cursor, value: TextBuilder | undefined, start: number, pos: number): string {
  cursor.pos = pos + 1;
  if (value === undefined) return cursor.text.slice(start, pos);
  value.add(cursor.text, start, pos);
  return value.build();
}

/** The end of a line inside quotes: the text from `start` to the break at `pos`, with the folded break. */
function foldLine(cursor: Cursor, open: number, start: number, pos: number): string {
  const { text } = cursor;
  cursor.pos = pos;
  checkInside(cursor, open);
  let end = pos;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  const folded = foldBreaks(cursor, 0);
  checkInside(cursor, open);
  return text.slice(start, end) + folded;
}

function checkInside(cursor: Cursor, open: number): void {
  if (cursor.text.charCodeAt(cursor.pos) === NUL) cursor.fail("this quote is not closed", open);
  if (atDocumentMark(cursor)) cursor.fail("document marker inside a quoted string");
}

/** Scans an escape sequence. Returns its character. */
function scanEscape(cursor: Cursor): string {
  const { text, pos } = cursor;
  const code = text.charCodeAt(pos + 1);
  if (isBreak(code)) {
    cursor.pos++;
    readBreak(cursor);
    return skipBreaks(cursor, 0);
  }
  cursor.pos += 2;
  const letter = text[pos + 1]!;
  if (letter === "x") return scanHex(cursor, 2);
  if (letter === "u") return scanHex(cursor, 4);
  if (letter === "U") return scanHex(cursor, 8);
  const index = ESCAPES.indexOf(letter);
  if (index < 0) cursor.fail(`invalid escape sequence \\${code === NUL ? "" : letter}`, pos);
  return ESCAPED[index]!;
}

/** The letters that follow a backslash, and their characters. */
const ESCAPES = "0abt\tnvfre \"'\\N_LP";
const ESCAPED = "\0\x07\b\t\t\n\v\f\r\x1b \"'\\\x85\xa0\u2028\u2029";

function scanHex(cursor: Cursor, length: number): string {
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = hexValue(cursor.text.charCodeAt(cursor.pos + i));
    if (digit < 0) cursor.fail(`an escape sequence needs ${length} hexadecimal digits`);
    value = value * 16 + digit;
  }
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    cursor.fail("an escape sequence is not a Unicode character; surrogates are not allowed", cursor.pos - 2);
  }
  cursor.pos += length;
  return String.fromCodePoint(value);
}

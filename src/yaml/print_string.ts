/** Text as go-yaml v2 writes it: plain where that reads back as text, else quoted; text of several lines as `|`. */

import { analyze, isPrintable, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE, TABS } from "./analyze.ts";
import { BYTE_ORDER_MARK, isBreak } from "./chars.ts";
import { needsQuotes } from "./resolve.ts";

/** The width beyond which the emitter breaks a line at its next space. */
const WIDTH = 80;

/** The length in UTF-8 beyond which a key is written with `?`. */
const SIMPLE_KEY_BYTES = 128;

/** Whether a key is written as `key:`, and not with `?`. */
export function isSimpleKey(text: string): boolean {
  if (text.length > SIMPLE_KEY_BYTES) return false;
  if (text !== "" && (analyze(text) & MULTILINE) !== 0) return false;
  return text.length * 3 <= SIMPLE_KEY_BYTES || utf8Length(text) <= SIMPLE_KEY_BYTES;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** A key that `isSimpleKey`. */
export function printSimpleKey(text: string): string {
  if (text === "" || needsQuotes(text)) return doubleQuoted(text, 0, 0, false);
  const flags = analyze(text);
  if ((flags & NO_PLAIN) === 0) return text;
  if ((flags & NO_SINGLE) === 0) return "'" + text.replaceAll("'", "''") + "'";
  return doubleQuoted(text, 0, 0, false);
}

/**
 * A text that starts in column `column`; further lines are indented by `indent`. A block scalar ends with its last line
 * break, if it has one; nothing else does.
 */
export function printString(text: string, column: number, indent: number): string {
  if (text === "" || needsQuotes(text)) return doubleQuoted(text, column, indent, true);
  const flags = analyze(text);
  if ((flags & NO_PLAIN) === 0) return foldAtSpaces(text, column, indent);
  if (text.includes("\n")) {
    const isBlock = (flags & (NO_BLOCK | TABS)) === 0;
    return isBlock ? literal(text, indent) : doubleQuoted(text, column, indent, true);
  }
  if ((flags & NO_SINGLE) !== 0) return doubleQuoted(text, column, indent, true);
  const quoted = text.replaceAll("'", "''");
  if ((flags & MULTILINE) !== 0) return "'" + breakAtSeparators(quoted, column + 1, indent) + "'";
  return "'" + foldAtSpaces(quoted, column + 1, indent) + "'";
}

/** Breaks lines at single spaces between words, where they have grown beyond the width. */
function foldAtSpaces(text: string, column: number, indent: number): string {
  if (column + text.length <= WIDTH) return text;
  let folded = "";
  let start = 0;
  let at = text.indexOf(" ", Math.max(1, WIDTH + 1 - column));
  while (at > 0 && at < text.length - 1) {
    if (text.charCodeAt(at - 1) === 0x20 || text.charCodeAt(at + 1) === 0x20) {
      at = text.indexOf(" ", at + 1);
      continue;
    }
    folded += text.slice(start, at) + "\n" + " ".repeat(indent);
    start = at + 1;
    at = text.indexOf(" ", start + Math.max(0, WIDTH + 1 - indent));
  }
  return start === 0 ? text : folded + text.slice(start);
}

/** Text with LS or PS in single quotes: they are written as they are, and the next line is indented. */
function breakAtSeparators(text: string, column: number, indent: number): string {
  let written = "";
  let at = column;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const isSpace = char === " ";
    if (isSpace && at > WIDTH && i > 0 && i < text.length - 1 && text[i - 1] !== " " && text[i + 1] !== " ") {
      written += "\n" + " ".repeat(indent);
      at = indent;
    } else if (isBreak(char.charCodeAt(0))) {
      written += char;
      at = 0;
    } else {
      if (at === 0 && written !== "") {
        written += " ".repeat(indent);
        at = indent;
      }
      written += char;
      at++;
    }
  }
  return written;
}

function doubleQuoted(text: string, column: number, indent: number, folds: boolean): string {
  // The emitter asks whether the whole text starts with a byte order mark where it means the character.
  const escapesAll = text.charCodeAt(0) === BYTE_ORDER_MARK;
  let written = '"';
  let at = column + 1;
  let wasSpace = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (escapesAll || code === 0x22 || code === 0x5c || !isPrintable(code) || isBreak(code)) {
      const point = text.codePointAt(i)!;
      if (point > 0xffff) i++;
      const piece = escape(point);
      written += piece;
      at += piece.length;
      wasSpace = false;
    } else if (code === 0x20) {
      if (folds && !wasSpace && at > WIDTH && i > 0 && i < text.length - 1) {
        written += "\n" + " ".repeat(indent);
        at = indent;
        if (text.charCodeAt(i + 1) === 0x20) {
          written += "\\";
          at++;
        }
      } else {
        written += " ";
        at++;
      }
      wasSpace = true;
    } else {
      written += text[i];
      at++;
      wasSpace = false;
    }
  }
  return written + '"';
}

const SHORT_ESCAPES = new Map([
  [0x00, "\\0"],
  [0x07, "\\a"],
  [0x08, "\\b"],
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
  [0x1b, "\\e"],
  [0x22, '\\"'],
  [0x5c, "\\\\"],
  [0x85, "\\N"],
  [0xa0, "\\_"],
  [0x2028, "\\L"],
  [0x2029, "\\P"],
]);

function escape(point: number): string {
  const short = SHORT_ESCAPES.get(point);
  if (short !== undefined) return short;
  const hex = point.toString(16).toUpperCase();
  if (point <= 0xff) return "\\x" + hex.padStart(2, "0");
  if (point <= 0xffff) return "\\u" + hex.padStart(4, "0");
  return "\\U" + hex.padStart(8, "0");
}

function literal(text: string, indent: number): string {
  const pad = " ".repeat(indent);
  const first = text.charCodeAt(0);
  let written = "|" + (first === 0x20 || isBreak(first) ? "2" : "") + chompingOf(text) + "\n";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isBreak(text.charCodeAt(i))) continue;
    if (i > start) written += pad;
    written += text.slice(start, i + 1);
    start = i + 1;
  }
  return start === text.length ? written : written + pad + text.slice(start);
}

/** The indicator for the line breaks at the end: none for one of them, `-` for none, `+` for more. */
export function chompingOf(text: string): "" | "-" | "+" {
  const { length } = text;
  if (length === 0 || !isBreak(text.charCodeAt(length - 1))) return "-";
  return length === 1 || isBreak(text.charCodeAt(length - 2)) ? "+" : "";
}

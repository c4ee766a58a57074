/** The forms in which go-yaml's emitters write a text: quoted, as a block, or folded at spaces. */

import { isPrintable } from "./analyze.ts";
import { TextBuilder } from "../../text/text_builder.ts";
import {
  BACKSLASH,
  BYTE_ORDER_MARK,
  CR,
  DOUBLE_QUOTE,
  isBreak,
  LF,
  LINE_SEPARATOR,
  NEXT_LINE,
  NUL,
  PARAGRAPH_SEPARATOR,
  SPACE,
  TAB,
} from "../../text/chars.ts";

/** The width beyond which go-yaml v2 folds a line at the next space. v3 never folds: its width is Infinity. */
export const V2_WIDTH = 80;

/** Folds lines at single spaces between words once they exceed the width. */
export function foldAtSpaces(text: string, column: number, indent: number, width: number): string {
  const lines: string[] = [];
  let start = 0;
  let at = text.indexOf(" ", Math.max(1, width + 1 - column));
  while (at !== -1 && at < text.length - 1) {
    if (text.charCodeAt(at - 1) === SPACE || text.charCodeAt(at + 1) === SPACE) {
      at = text.indexOf(" ", at + 1);
      continue;
    }
    lines.push(text.slice(start, at));
    start = at + 1;
    at = text.indexOf(" ", start + Math.max(0, width + 1 - indent));
  }
  if (start === 0) return text;
  lines.push(text.slice(start));
  return lines.join("\n" + " ".repeat(indent));
}

/** A text in single quotes, if none of its lines ends with a space, and none but the first starts with one. */
export function singleQuoted(text: string, column: number, indent: number, width: number): string {
  const doubled = text.replaceAll("'", "''");
  if (!["\n", "\u2028", "\u2029"].some((end) => text.includes(end))) {
    return `'${foldAtSpaces(doubled, column + 1, indent, width)}'`;
  }
  const separator = /[\n\u2028\u2029]+/g;
  const lines = doubled.split(separator);
  const separators = doubled.match(separator) ?? [];
  // A line feed needs an additional empty line so that it is not folded. LS and PS are written unchanged. The next line
  // is indented.
  let written = "'";
  lines.forEach((line, index) => {
    if (index > 0) {
      const breaks = separators[index - 1]!;
      written += (breaks.startsWith("\n") ? "\n" : "") + breaks + (line === "" ? "" : " ".repeat(indent));
    }
    written += foldAtSpaces(line, index === 0 ? column + 1 : indent, indent, width);
  });
  return written + "'";
}

/** Any text in double quotes. */
export function doubleQuoted(text: string, column: number, indent: number, width: number): string {
  // The emitter checks whether the whole text starts with a byte order mark when it means the character.
  const escapesAll = text.charCodeAt(0) === BYTE_ORDER_MARK;
  const written = new TextBuilder();
  let at = column + 1;
  let start = 0;
  for (let i = 0; i < text.length; i++, at++) {
    const code = text.charCodeAt(i);
    let piece: string | undefined;
    let next = i + 1;
    if (escapesAll || code === DOUBLE_QUOTE || code === BACKSLASH || !isPrintable(code) || isBreak(code)) {
      const point = text.codePointAt(i)!;
      piece = escape(point);
      if (point > 0xffff) next++;
      at += piece.length - 1;
    } else if (code === SPACE && at > width && i > 0 && next < text.length && text.charCodeAt(i - 1) !== SPACE) {
      piece = "\n" + " ".repeat(indent) + (text.charCodeAt(next) === SPACE ? "\\" : "");
      at = indent - 1 + (text.charCodeAt(next) === SPACE ? 1 : 0);
    }
    if (piece === undefined) continue;
    written.add(text, start, i);
    written.add(piece);
    start = next;
    i = next - 1;
  }
  written.add(text, start);
  return `"${written.build()}"`;
}

const SHORT_ESCAPES = new Map([
  [NUL, "\\0"],
  [0x07, "\\a"],
  [0x08, "\\b"],
  [TAB, "\\t"],
  [LF, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [CR, "\\r"],
  [0x1b, "\\e"],
  [DOUBLE_QUOTE, '\\"'],
  [BACKSLASH, "\\\\"],
  [NEXT_LINE, "\\N"],
  [0xa0, "\\_"],
  [LINE_SEPARATOR, "\\L"],
  [PARAGRAPH_SEPARATOR, "\\P"],
]);

function escape(point: number): string {
  const short = SHORT_ESCAPES.get(point);
  if (short !== undefined) return short;
  const hex = point.toString(16).toUpperCase();
  if (point <= 0xff) return "\\x" + hex.padStart(2, "0");
  if (point <= 0xffff) return "\\u" + hex.padStart(4, "0");
  return "\\U" + hex.padStart(8, "0");
}

/** A literal block scalar. */
export function literal(text: string, indent: number): string {
  return blockLines("|" + hintsOf(text), text, indent);
}

/** Writes lines below an indicator; empty ones are not indented. */
export function blockLines(indicator: string, text: string, indent: number): string {
  const pad = " ".repeat(indent);
  const isMixed = /[\u2028\u2029]/.test(text);
  if (!isMixed && !text.startsWith("\n") && !text.includes("\n\n")) {
    const end = text.endsWith("\n") ? text.length - 1 : text.length;
    return indicator + "\n" + pad + text.slice(0, end).replaceAll("\n", "\n" + pad) + text.slice(end);
  }
  let written = indicator + "\n";
  let start = 0;
  while (start < text.length) {
    const end = isMixed ? nextBreak(text, start) : text.indexOf("\n", start);
    if (end < 0) return written + pad + text.slice(start);
    let next = end;
    while (isBreak(text.charCodeAt(next))) next++;
    written += end > start ? pad + text.slice(start, next) : text.slice(start, next);
    start = next;
  }
  return written;
}

/** The offset of the next line break of any kind, -1 if there is none. */
function nextBreak(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (isBreak(text.charCodeAt(at))) return at;
  }
  return -1;
}

/** The hints after the indicator of a block scalar: the indentation, if the text would hide it, and the chomping. */
export function hintsOf(text: string): string {
  const first = text.charCodeAt(0);
  return (first === SPACE || isBreak(first) ? "2" : "") + chompingOf(text);
}

/** The chomping indicator for trailing line breaks: none for one of them, `-` for zero, `+` for more. */
export function chompingOf(text: string): "" | "-" | "+" {
  const { length } = text;
  if (length === 0 || !isBreak(text.charCodeAt(length - 1))) return "-";
  return length === 1 || isBreak(text.charCodeAt(length - 2)) ? "+" : "";
}

/** Text as go-yaml v2 writes it: plain if that reads back as text, otherwise quoted; multi-line text as `|`. */

import { analyze, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE, TABS } from "../scalar/analyze.ts";
import { needsQuotes } from "../scalar/resolve.ts";
import { doubleQuoted, foldAtSpaces, literal, singleQuoted, V2_WIDTH } from "../scalar/forms.ts";

/** Keys longer than this, in UTF-8 bytes, are written with `?`. */
const SIMPLE_KEY_BYTES = 128;

/** Whether a key is written as `key:` rather than with `?`. */
export function isSimpleKey(text: string): boolean {
  if (text.length > SIMPLE_KEY_BYTES) return false;
  if ((analyze(text) & MULTILINE) !== 0) return false;
  return utf8Length(text) <= SIMPLE_KEY_BYTES;
}

function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/**
 * Prints a text as go-yaml v3 does, which breaks no lines, or a key for which `isSimpleKey` is true. Further lines are
 * indented by `indent`.
 */
export function printUnfolded(text: string, indent = 0): string {
  const flags = analyze(text);
  if (text.includes("\n") && (flags & NO_BLOCK) === 0) return literal(text, indent);
  const mustQuote = text === "" || needsQuotes(text);
  if (!mustQuote && (flags & NO_PLAIN) === 0) return text;
  return quoted(text, flags, mustQuote, 0, indent, Infinity);
}

/**
 * Prints a text that starts in column `column`, with further lines indented by `indent`. `flags` are the result of
 * `analyze`. A block scalar ends with its last line break, if it has one; other texts have none at the end.
 */
export function printString(text: string, flags: number, column: number, indent: number): string {
  const mustQuote = text === "" || needsQuotes(text);
  if (!mustQuote && (flags & NO_PLAIN) === 0) return foldAtSpaces(text, column, indent, V2_WIDTH);
  if (text.includes("\n") && (flags & (NO_BLOCK | TABS)) === 0) return literal(text, indent);
  return quoted(text, flags, mustQuote, column, indent, V2_WIDTH);
}

/**
 * Single quotes for text that is not valid as a plain scalar, double quotes for text that would be read as something
 * else.
 */
function quoted(
  text: string,
  flags: number,
  mustQuote: boolean,
  column: number,
  indent: number,
  width: number,
): string {
  const isSingle = !mustQuote && !text.includes("\n") && (flags & NO_SINGLE) === 0;
  return isSingle ? singleQuoted(text, column, indent, width) : doubleQuoted(text, column, indent, width);
}

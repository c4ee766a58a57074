/** Text as go-yaml v2 writes it: plain where that reads back as text, else quoted; text of several lines as `|`. */

import { analyze, MULTILINE, NO_BLOCK, NO_PLAIN, NO_SINGLE, TABS } from "../scalar/analyze.ts";
import { needsQuotes } from "../scalar/resolve.ts";
import { doubleQuoted, foldAtSpaces, literal, singleQuoted, V2_WIDTH } from "../scalar/forms.ts";

/** The length in UTF-8 beyond which a key is written with `?`. */
const SIMPLE_KEY_BYTES = 128;

/** Whether a key is written as `key:`, and not with `?`. */
export function isSimpleKey(text: string): boolean {
  if (text.length > SIMPLE_KEY_BYTES) return false;
  if ((analyze(text) & MULTILINE) !== 0) return false;
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
  const flags = analyze(text);
  const mustQuote = text === "" || needsQuotes(text);
  if (!mustQuote && (flags & NO_PLAIN) === 0) return text;
  return quoted(text, flags, mustQuote, 0, 0, Infinity);
}

/**
 * A text that starts in column `column`; further lines are indented by `indent`. `flags` are what `analyze` says of it. A
 * block scalar ends with its last line break, if it has one; nothing else does.
 */
export function printString(text: string, flags: number, column: number, indent: number): string {
  const mustQuote = text === "" || needsQuotes(text);
  if (!mustQuote && (flags & NO_PLAIN) === 0) return foldAtSpaces(text, column, indent, V2_WIDTH);
  if (text.includes("\n") && (flags & (NO_BLOCK | TABS)) === 0) return literal(text, indent);
  return quoted(text, flags, mustQuote, column, indent, V2_WIDTH);
}

/** Single quotes are for what cannot be plain by its look; what would be read as something else takes double ones. */
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

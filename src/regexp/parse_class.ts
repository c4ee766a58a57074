/** Parses what matches one character of a set: escapes, `\d`, `\p{Greek}`, `[a-z[:digit:]]`. */

import { hexValue } from "../text/chars.ts";
import { type CharSet, complement, foldedSet, ranges, union } from "./char_set.ts";
import { PERL_SETS, POSIX_SETS, unicodeSet } from "./named_sets.ts";
import type { PatternReader } from "./pattern_reader.ts";
import { ownValue } from "../text/own_value.ts";

/** Parses `\d`, `\W`, `\pL`, `\P{Greek}` …; returns undefined and reads nothing if there is none. */
export function parseNamedSet(reader: PatternReader, foldCase: boolean): CharSet | undefined {
  if (reader.peek() !== "\\") return undefined;
  const letter = reader.peek(1);
  if (letter === "p" || letter === "P") return parseUnicodeSet(reader, foldCase);
  const lower = letter.toLowerCase();
  const set = PERL_SETS.get(lower);
  if (set === undefined) return undefined;
  reader.skip(2);
  return oriented(set, letter === lower, foldCase);
}

function parseUnicodeSet(reader: PatternReader, foldCase: boolean): CharSet {
  const start = reader.at;
  let positive = reader.peek(1) === "p";
  reader.skip(2);
  if (reader.atEnd) reader.fail("invalid character class range", start);
  let name: string;
  if (reader.peek() === "{") {
    const end = reader.find("}");
    if (end < 0) reader.fail("invalid character class range", start);
    name = reader.slice(reader.at + 1, end);
    reader.at = end + 1;
  } else {
    name = String.fromCodePoint(reader.next());
  }
  if (name.startsWith("^")) {
    positive = !positive;
    name = name.slice(1);
  }
  const set = unicodeSet(name);
  if (set === undefined) reader.fail("invalid character class range", start, reader.at);
  return oriented(set, positive, foldCase);
}

/** Folding happens before the complement: under (?i), `\W` lacks the Kelvin sign. */
function oriented(set: CharSet, positive: boolean, foldCase: boolean): CharSet {
  const folded = foldCase ? foldedSet(set) : set;
  return positive ? folded : complement(folded);
}

/** Parses `[…]`, with the reader at the bracket. */
export function parseBrackets(reader: PatternReader, foldCase: boolean): CharSet {
  const start = reader.at;
  reader.skip(1);
  const positive = !reader.skipText("^");
  const sets: CharSet[] = [];
  do {
    sets.push(
      parsePosixSet(reader, foldCase) ?? parseNamedSet(reader, foldCase) ?? parseRange(reader, start, foldCase),
    );
  } while (!reader.skipText("]"));
  return positive ? union(sets) : complement(union(sets));
}

/** `[:alpha:]` or `[:^alpha:]`. */
function parsePosixSet(reader: PatternReader, foldCase: boolean): CharSet | undefined {
  if (reader.peek() !== "[" || reader.peek(1) !== ":") return undefined;
  const start = reader.at;
  reader.skip(2);
  const end = reader.find(":]");
  if (end < 0) {
    reader.at = start;
    return undefined;
  }
  const positive = !reader.skipText("^");
  const set = POSIX_SETS.get(reader.slice(reader.at, end));
  reader.at = end + 2;
  if (set === undefined) reader.fail("invalid character class range", start, reader.at);
  return oriented(set, positive, foldCase);
}

/** A character or `a-z`. */
function parseRange(reader: PatternReader, brackets: number, foldCase: boolean): CharSet {
  const start = reader.at;
  const low = parseClassChar(reader, brackets);
  let high = low;
  if (reader.peek() === "-" && reader.peek(1) !== "]" && reader.peek(1) !== "") {
    reader.skip(1);
    high = parseClassChar(reader, brackets);
    if (high < low) reader.fail("invalid character class range", start, reader.at);
  }
  return oriented(ranges(low, high), true, foldCase);
}

function parseClassChar(reader: PatternReader, brackets: number): number {
  if (reader.atEnd) reader.fail("missing closing ]", brackets);
  return reader.peek() === "\\" ? parseEscape(reader) : reader.next();
}

/** An escape of a single character. */
export function parseEscape(reader: PatternReader): number {
  const start = reader.at;
  reader.skip(1);
  if (reader.atEnd) reader.fail("trailing backslash at end of expression", reader.at);
  const char = reader.next();
  const letter = String.fromCodePoint(char);
  const control = ownValue(CONTROLS, letter);
  if (control !== undefined) return control;
  const value = letter === "x" ? parseHex(reader) : parseOctal(reader, letter) ?? punctuation(char, letter);
  return value ?? reader.fail("invalid escape sequence", start, reader.at);
}

const CONTROLS: Record<string, number> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

function punctuation(char: number, letter: string): number | undefined {
  return char < 0x80 && !/[A-Za-z0-9]/.test(letter) ? char : undefined;
}

/** `\0` to `\777`; a single digit other than 0 would be a backreference. */
function parseOctal(reader: PatternReader, first: string): number | undefined {
  if (!isOctal(first) || (first !== "0" && !isOctal(reader.peek()))) return undefined;
  let digits = first;
  while (digits.length < 3 && isOctal(reader.peek())) {
    digits += reader.peek();
    reader.skip(1);
  }
  return parseInt(digits, 8);
}

function isOctal(digit: string): boolean {
  return digit >= "0" && digit <= "7";
}

/** What follows `\x`: two digits, or any number in braces. */
function parseHex(reader: PatternReader): number | undefined {
  if (reader.atEnd) return undefined;
  if (reader.peek() === "{") return parseBracedHex(reader);
  const first = hexValue(reader.next());
  if (reader.atEnd) return undefined;
  const second = hexValue(reader.next());
  return first < 0 || second < 0 ? undefined : first * 16 + second;
}

function parseBracedHex(reader: PatternReader): number | undefined {
  reader.skip(1);
  let value = 0;
  for (let count = 0; !reader.atEnd; count++) {
    const char = reader.next();
    if (char === 0x7d) return count === 0 ? undefined : value;
    const digit = hexValue(char);
    value = value * 16 + digit;
    if (digit < 0 || value > 0x10ffff) return undefined;
  }
  return undefined;
}

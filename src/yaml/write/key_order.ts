/** The order in which go-yaml v2 writes the keys of a mapping: runs of digits compare as numbers, letters come last. */

import { isAsciiLetter, isDigit, ZERO } from "../../text/chars.ts";

/** Compares two keys for sorting. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    if (isAsciiLetter(x) && isAsciiLetter(y)) return x - y;
    return compareAt(a, b, i);
  }
  return a.length - b.length;
}

/** Compares keys whose first difference is at unit `at`. */
function compareAt(a: string, b: string, at: number): number {
  // Go compares code points, so step back to the first half of a surrogate pair.
  const i = isLowSurrogate(a.charCodeAt(at)) ? at - 1 : at;
  const x = a.codePointAt(i)!;
  const y = b.codePointAt(i)!;
  const isLetterX = isLetter(x);
  const isLetterY = isLetter(y);
  if (isLetterX && isLetterY) return x - y;
  if (isLetterX || isLetterY) return isLetterY ? -1 : 1;
  return compareNumbers(a, b, i) || x - y;
}

/** Compares the runs of digits that start at `at`; 0 if they are equal or missing. */
function compareNumbers(a: string, b: string, at: number): number {
  const x = digitsAt(a, at);
  const y = digitsAt(b, at);
  if (x === "" && y === "") return 0;
  // A zero inside a number, such as the one of 10, is not a leading zero.
  const prefix = (a[at] === "0" || b[at] === "0") && isInsideNumber(a, at) ? "1" : "0";
  return compareInt64(prefix + x, prefix + y) || [...x].length - [...y].length;
}

function digitsAt(text: string, at: number): string {
  let end = at;
  while (isAnyDigit(text.codePointAt(end))) end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  return text.slice(at, end);
}

/** Go's `IsDigit`. */
function isAnyDigit(code = 0): boolean {
  return code < 0x80 ? isDigit(code) : /\p{Nd}/u.test(String.fromCodePoint(code));
}

/** Whether the run of digits before `at` has a digit other than 0. */
function isInsideNumber(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "0") start--;
  const before = start - (isLowSurrogate(text.charCodeAt(start - 1)) ? 2 : 1);
  return isAnyDigit(text.codePointAt(before));
}

/** So many digits fit a JavaScript number exactly, which is faster. */
const EXACT_DIGITS = 15;

function compareInt64(a: string, b: string): number {
  const exact = a.length <= EXACT_DIGITS && b.length <= EXACT_DIGITS ? Number(a) - Number(b) : NaN;
  if (!Number.isNaN(exact)) return exact;
  const difference = toInt64(a) - toInt64(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Go's numbers overflow. Reads piece by piece, since `BigInt` takes minutes for megabytes of digits. */
function toInt64(digits: string): bigint {
  let value = 0n;
  if (/\D/.test(digits)) {
    // Sic: those of other scripts count by their distance from 0.
    for (const digit of digits) value = BigInt.asIntN(64, value * 10n + BigInt(digit.codePointAt(0)! - ZERO));
    return value;
  }
  for (let at = 0; at < digits.length; at += EXACT_DIGITS) {
    const piece = digits.slice(at, at + EXACT_DIGITS);
    value = BigInt.asIntN(64, value * 10n ** BigInt(piece.length) + BigInt(piece));
  }
  return value;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function isLetter(codePoint: number): boolean {
  if (codePoint < 0x80) return isAsciiLetter(codePoint);
  return /^\p{L}$/u.test(String.fromCodePoint(codePoint));
}

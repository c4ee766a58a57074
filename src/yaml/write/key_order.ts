/** The order in which go-yaml v2 writes the keys of a mapping: runs of digits compare as numbers, letters come last. */

import { isAsciiLetter, isDigit } from "../../text/chars.ts";

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
  const i = at > 0 && isLowSurrogate(a.charCodeAt(at)) && isLowSurrogate(b.charCodeAt(at)) ? at - 1 : at;
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
  return compareInt64(prefix + x, prefix + y) || x.length - y.length;
}

function digitsAt(text: string, at: number): string {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** Whether the run of digits before `at` has a digit other than 0. */
function isInsideNumber(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "0") start--;
  return isDigit(text.charCodeAt(start - 1));
}

/** So many digits fit a JavaScript number exactly, which is faster. */
const EXACT_DIGITS = 15;

function compareInt64(a: string, b: string): number {
  if (a.length <= EXACT_DIGITS && b.length <= EXACT_DIGITS) return Number(a) - Number(b);
  const difference = toInt64(a) - toInt64(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Go's numbers overflow. Reads piece by piece, since `BigInt` takes minutes for megabytes of digits. */
function toInt64(digits: string): bigint {
  let value = 0n;
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

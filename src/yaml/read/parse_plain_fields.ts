/**
 * The fields that make up most of a resource: `key: value` on a line of its own, both plain and in ASCII. Whatever this does
 * not know is left to the general way, which could read these fields too, but slower.
 */

import { COLON, HASH, LF, NUL, SPACE } from "../../text/chars.ts";
import type { Cursor } from "./cursor.ts";
import { SIMPLE_KEY_LIMIT } from "../tree/limits.ts";
import { Scalar } from "../tree/node.ts";
import type { ParseState } from "./parse_state.ts";

/** 2 for what a plain scalar can start with whatever follows, 1 for what it can go on with, 0 for the rest. */
const PLAIN = plainTable();

function plainTable(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = SPACE + 1; code < 0x7f; code++) table[code] = 2;
  // A dot may start a document mark.
  for (const char of "-?,.[]{}#&*!|>'\"%@`") table[char.charCodeAt(0)] = 1;
  table[COLON] = 0;
  return table;
}

/**
 * Reads simple fields of the innermost mapping from the cursor on, at which a key in column `indent` starts. Gives the key of the field
 * that has no simple value, with the cursor behind its colon; or nothing, with the cursor at what is no simple key.
 */
export function readPlainFields(state: ParseState, indent: number): Scalar | undefined {
  const { cursor, source } = state;
  const { text, base } = cursor;
  for (;;) {
    const start = cursor.pos;
    const end = plainWordEnd(text, start);
    if (end === start || text.charCodeAt(end) !== COLON || end - start > SIMPLE_KEY_LIMIT) return undefined;
    const next = text.charCodeAt(end + 1);
    if (next !== SPACE && next !== LF) return undefined;
    const key = new Scalar(text.slice(start, end), "plain", "", source, base + start);
    const valueStart = end + 2;
    const valueEnd = next === SPACE ? plainLineEnd(text, valueStart) : valueStart;
    if (valueEnd === valueStart || !moveBehindLine(cursor, valueEnd, indent)) {
      cursor.pos = end + 1;
      cursor.keyAllowed = false;
      return key;
    }
    const value = new Scalar(text.slice(valueStart, valueEnd), "plain", "", source, base + valueStart);
    state.entries.add({ key, value });
    if (cursor.pos - cursor.lineStart !== indent) return undefined;
  }
}

/** The end of the characters at `start` that are no blanks and no colons; `start` where it is no safe start. */
export function plainWordEnd(text: string, start: number): number {
  let code = text.charCodeAt(start);
  if (code >= 128 || PLAIN[code] !== 2) return start;
  let pos = start;
  do code = text.charCodeAt(++pos); while (code < 128 && PLAIN[code] !== 0);
  return pos;
}

/** The end of the line from `start` on, where that is a plain scalar with single spaces at most; else `start`. */
export function plainLineEnd(text: string, start: number): number {
  let code = text.charCodeAt(start);
  if (code >= 128 || PLAIN[code] !== 2) return start;
  for (let pos = start + 1;; pos++) {
    code = text.charCodeAt(pos);
    while (code < 128 && PLAIN[code] !== 0) code = text.charCodeAt(++pos);
    if (code === LF) return pos;
    // A space and a colon must have text behind them, and the space no comment.
    const next = text.charCodeAt(pos + 1);
    if ((code !== SPACE && code !== COLON) || next >= 128 || PLAIN[next] === 0) return start;
    if (code === SPACE && next === HASH) return start;
  }
}

/**
 * Moves to the first token of the next line, where that is no part of a scalar that ends at `end` in a mapping in column
 * `indent`. Tells whether it did.
 */
function moveBehindLine(cursor: Cursor, end: number, indent: number): boolean {
  const { text } = cursor;
  const lineStart = end + 1;
  let pos = lineStart;
  while (text.charCodeAt(pos) === SPACE) pos++;
  const code = text.charCodeAt(pos);
  const isToken = code > SPACE ? code !== 0x85 && code !== 0x2028 && code !== 0x2029 : code === NUL;
  if (!isToken || pos - lineStart > indent) return false;
  cursor.pos = pos;
  cursor.lineStart = lineStart;
  cursor.keyAllowed = true;
  return true;
}

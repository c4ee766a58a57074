/**
 * A fast path for most fields of a resource: `key: value` on one line, both plain and ASCII. Everything else is left to
 * the general parser, which could also parse these fields, but slower.
 */

import { COLON, DELETE, EXCLAMATION, HASH, isBreak, LF, NUL, SPACE } from "../../text/chars.ts";
import type { Cursor } from "../scan/cursor.ts";
import { SIMPLE_KEY_LIMIT } from "../tree/limits.ts";
import { Scalar } from "../tree/node.ts";
import type { ParseState } from "./parse_state.ts";

/** 2 for characters that can always start a plain scalar, 1 for those that can continue one, 0 for the rest. */
const PLAIN = plainTable();

function plainTable(): Uint8Array {
  const table = new Uint8Array(128).fill(2, EXCLAMATION, DELETE);
  // A dot may start a document marker.
  for (const char of "-?,.[]{}#&*!|>'\"%@`") table[char.charCodeAt(0)] = 1;
  table[COLON] = 0;
  return table;
}

/** Whether a key that `readPlainFields` reads is at `start`, so that a mapping starts there. */
export function atPlainField(text: string, start: number): boolean {
  return keyEnd(text, start) > start;
}

/** The end of a key that `readPlainFields` reads; `start` if it is not such a key. */
function keyEnd(text: string, start: number): number {
  const end = plainWordEnd(text, start);
  if (text.charCodeAt(end) !== COLON || end - start > SIMPLE_KEY_LIMIT) return start;
  const next = text.charCodeAt(end + 1);
  return next === SPACE || next === LF ? end : start;
}

/**
 * Parses simple fields of the innermost mapping from the cursor, which is at a key in column `indent`. Returns the key
 * of the first field without a simple value, with the cursor after its colon; or undefined, with the cursor before
 * something that is not a simple key.
 */
export function readPlainFields(state: ParseState, indent: number): Scalar | undefined {
  const { cursor, source } = state;
  const { text, base } = cursor;
  for (;;) {
    const start = cursor.pos;
    const end = keyEnd(text, start);
    if (end === start) return undefined;
    const key = new Scalar(text.slice(start, end), "plain", "", source, base + start);
    const valueStart = end + 2;
    const valueEnd = text.charCodeAt(end + 1) === SPACE ? plainLineEnd(text, valueStart) : valueStart;
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

/**
 * The end of the run of nonblank characters other than colons at `start`; `start` itself if it cannot safely start a
 * scalar.
 */
export function plainWordEnd(text: string, start: number): number {
  let code = text.charCodeAt(start);
  if (code >= 128 || PLAIN[code] !== 2) return start;
  let pos = start;
  do code = text.charCodeAt(++pos); while (code < 128 && PLAIN[code] !== 0);
  return pos;
}

/** The end of the line from `start` if that is a plain scalar with only single spaces; otherwise `start`. */
export function plainLineEnd(text: string, start: number): number {
  let code = text.charCodeAt(start);
  if (code >= 128 || PLAIN[code] !== 2) return start;
  for (let pos = start + 1;; pos++) {
    code = text.charCodeAt(pos);
    while (code < 128 && PLAIN[code] !== 0) code = text.charCodeAt(++pos);
    if (code === LF) return pos;
    // A space or a colon must be followed by text, and the space not by a comment.
    const next = text.charCodeAt(pos + 1);
    if ((code !== SPACE && code !== COLON) || next >= 128 || PLAIN[next] === 0) return start;
    if (code === SPACE && next === HASH) return start;
  }
}

/**
 * Moves to the first token of the next line, unless that continues a scalar that ends at `end` in a mapping in column
 * `indent`. Returns whether it moved.
 */
function moveBehindLine(cursor: Cursor, end: number, indent: number): boolean {
  const { text } = cursor;
  const lineStart = end + 1;
  let pos = lineStart;
  while (text.charCodeAt(pos) === SPACE) pos++;
  const code = text.charCodeAt(pos);
  const isToken = code > SPACE ? !isBreak(code) : code === NUL;
  if (!isToken || pos - lineStart > indent) return false;
  cursor.pos = pos;
  cursor.lineStart = lineStart;
  cursor.keyAllowed = true;
  return true;
}

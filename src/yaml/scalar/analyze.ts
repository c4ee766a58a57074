/** Analyzes a text to decide in which styles go-yaml's emitter can write it. */

import {
  BYTE_ORDER_MARK,
  COLON,
  DELETE,
  EXCLAMATION,
  HASH,
  isBlank,
  isBreak,
  LF,
  MINUS,
  QUESTION,
  SPACE,
  TAB,
} from "../../text/chars.ts";

/** The bits that `analyze` returns. A text with at most `NO_PLAIN` is one line, and means the same in all styles. */
export const NO_PLAIN = 1;
export const MULTILINE = 2;
export const NO_SINGLE = 4;
export const NO_BLOCK = 8;
/** A tab: the v2 emitter only writes it in double quotes, v3 in block scalars too. */
export const TABS = 16;
/** Characters that JSON does not escape and go-yaml v2 cannot read back unchanged. */
export const LOST_IN_JSON = 32;

/** 1 for ASCII characters that are harmless anywhere in a text, 2 for those that are so except in first position. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(128).fill(1, EXCLAMATION, DELETE);
  for (const char of ",[]{}&*!|>'\"%@`?-") table[char.charCodeAt(0)] = 2;
  for (const char of "#:") table[char.charCodeAt(0)] = 0;
  return table;
}

/** Returns the styles in which `text` cannot be written in block context. */
export function analyze(text: string): number {
  const { length } = text;
  if (length > LONG && !BEYOND_PRINTABLE_ASCII.test(text)) return analyzeAscii(text);
  let flags = startFlags(text);
  let previous = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 ? CLASSES[code] === 0 : true) {
      flags |= code === SPACE ? spaceFlags(text, i, previous) : specialFlags(text, i, code, previous);
    }
    previous = code;
  }
  return flags;
}

/** For longer texts, the engine's own search rules characters out faster. */
const LONG = 48;
const BEYOND_PRINTABLE_ASCII = /[^ -~]/;

function analyzeAscii(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  if (last === SPACE) return NO_PLAIN | NO_BLOCK;
  const isSplit = last === COLON || text.charCodeAt(0) === SPACE || text.includes(": ") || text.includes(" #");
  return isSplit ? NO_PLAIN : startFlags(text);
}

function startFlags(text: string): number {
  if (text === "") return 0;
  const first = text.charCodeAt(0);
  if (first >= 128 || CLASSES[first] === 1) return text.startsWith("...") ? NO_PLAIN : 0;
  switch (first) {
    case MINUS:
      return text.startsWith("---") || isBlankOrEndAt(text, 1) ? NO_PLAIN : 0;
    case COLON:
    case QUESTION:
      return isBlankOrEndAt(text, 1) ? NO_PLAIN : 0;
    default:
      return NO_PLAIN;
  }
}

function spaceFlags(text: string, at: number, previous: number): number {
  let flags = 0;
  if (at === 0) flags |= NO_PLAIN;
  if (at === text.length - 1) flags |= NO_PLAIN | NO_BLOCK;
  if (isBreak(previous)) flags |= NO_PLAIN | NO_SINGLE;
  return flags;
}

/** The flags of a character that is not ordinary. */
function specialFlags(text: string, at: number, code: number, previous: number): number {
  if (code === HASH) return isBlankOrBreak(previous) || at === 0 ? NO_PLAIN : 0;
  if (code === COLON) return isBlankOrEndAt(text, at + 1) ? NO_PLAIN : 0;
  if (code === TAB) return TABS | NO_PLAIN | NO_SINGLE;
  let flags = 0;
  if (isBreak(code)) {
    flags |= MULTILINE | NO_PLAIN;
    if (previous === SPACE) flags |= NO_SINGLE | NO_BLOCK;
  }
  if (!isPrintable(code)) flags |= NO_PLAIN | NO_SINGLE | NO_BLOCK;
  if (isLostInJson(code)) flags |= LOST_IN_JSON;
  return flags;
}

/** Whether the emitter writes the character without an escape. */
export function isPrintable(code: number): boolean {
  return code === LF || (code >= SPACE && code < DELETE) || (code >= 0xa0 && code < 0xd800) ||
    (code >= 0xe000 && code <= 0xfffd && code !== BYTE_ORDER_MARK);
}

function isLostInJson(code: number): boolean {
  return (code >= DELETE && code < 0xa0) || code === 0xfffe || code === 0xffff;
}

function isBlankOrBreak(code: number): boolean {
  return isBlank(code) || isBreak(code);
}

/** The emitter only recognizes spaces and tabs when it checks what follows. */
function isBlankOrEndAt(text: string, at: number): boolean {
  if (at >= text.length) return true;
  return isBlank(text.charCodeAt(at));
}

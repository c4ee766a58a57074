/** JSON as Go's encoding/json writes it. */

import type { Plain } from "./plain.ts";

/**
 * JSON with keys in the order of their bytes, and `<`, `>` and `&` escaped: compact, or, with `indent`, one value a line.
 *
 * Numbers are written in JavaScript's form, which is Go's too. Non-finite ones fail.
 */
export function encodeJson(value: Plain, indent = ""): string {
  return encode(value, indent, "\n");
}

/** `newline` is a line break with the indent of the value. */
function encode(value: Plain, indent: string, newline: string): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return encodeJsonString(value);
    case "number":
      if (!Number.isFinite(value)) throw new RangeError(`${value} has no form in JSON`);
      return Object.is(value, -0) ? "-0" : String(value);
    case "boolean":
    case "bigint":
      return String(value);
  }
  const inner = newline + indent;
  if (Array.isArray(value)) return bracket("[]", value.map((item) => encode(item, indent, inner)), indent, newline);
  const colon = indent === "" ? ":" : ": ";
  const members = [...value.keys()].sort(compareCodePoints)
    .map((key) => encodeJsonString(key) + colon + encode(value.get(key)!, indent, inner));
  return bracket("{}", members, indent, newline);
}

function bracket(brackets: string, parts: string[], indent: string, newline: string): string {
  if (parts.length === 0) return brackets;
  const [before, between, after] = indent === "" ? ["", ",", ""] : [newline + indent, "," + newline + indent, newline];
  return brackets[0] + before + parts.join(between) + after + brackets[1];
}

/** Orders texts as their UTF-8 bytes order: by code points. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for what is beyond U+FFFF. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

/** A string in JSON, as Go escapes it. */
export function encodeJsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escapeForHtml);
}

function escapeForHtml(char: string): string {
  return "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0");
}

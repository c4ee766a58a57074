/** JSON in the form of Go's encoding/json. */

import { compareCodePoints } from "../../text/compare.ts";
import { encodeJsonString } from "../../text/go_values.ts";
import type { Plain } from "./plain.ts";
import type { ScalarValue } from "../scalar/resolve.ts";

/**
 * JSON with keys in byte order, and `<`, `>` and `&` escaped: compact or, with `indent`, with one value per line.
 *
 * Numbers have the same form in JavaScript and Go. Non-finite ones fail.
 */
export function encodeJson(value: Plain, indent = ""): string {
  const colon = indent === "" ? ":" : ": ";
  let out = "";
  // The pending work: nesting may be deep, so collections wait on a list.
  const waiting: Task[] = [{ value, lineStart: "\n" }];
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    if (typeof task === "string") {
      out += task;
      continue;
    }
    const { value, lineStart } = task;
    if (typeof value !== "object" || value === null) {
      out += encodeScalar(value);
      continue;
    }
    const inner = indent === "" ? "" : lineStart + indent;
    const contents = Array.isArray(value)
      ? value.map((item): Content => ["", item])
      : [...value].sort(compareMembers).map(([key, member]): Content => [encodeJsonString(key) + colon, member]);
    const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
    out += open;
    waiting.push((indent === "" || contents.length === 0 ? "" : lineStart) + close);
    for (let i = contents.length - 1; i >= 0; i--) {
      const [name, member] = contents[i]!;
      waiting.push({ value: member, lineStart: inner }, (i === 0 ? "" : ",") + inner + name);
    }
  }
  return out;
}

/** A text, or a value on a line that starts with `lineStart`: a line break and the indentation. */
type Task = string | { value: Plain; lineStart: string };

/** A value and the text before it. */
type Content = [name: string, value: Plain];

function compareMembers(a: [string, Plain], b: [string, Plain]): number {
  return compareCodePoints(a[0], b[0]);
}

function encodeScalar(value: ScalarValue): string {
  if (typeof value === "string") return encodeJsonString(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON form`);
  return Object.is(value, -0) ? "-0" : String(value);
}

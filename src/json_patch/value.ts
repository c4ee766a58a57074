/**
 * JSON as kustomize's JSON patch library stores it: scalars by their text, because `test` compares that.
 *
 * A null in a document is `null`; a null as the value of an operation is a scalar with the text "". Comparisons in the
 * library distinguish the two.
 */

import type { Place } from "../diagnostics/diagnostic.ts";
import { wellFormed } from "../text/bytes/utf16.ts";

export type JsonValue = JsonObject | JsonArray | JsonScalar | null;

export interface JsonObject {
  kind: "object";
  members: Map<string, JsonValue>;
  place: Place | undefined;
}

export interface JsonArray {
  kind: "array";
  items: JsonValue[];
  place: Place | undefined;
}

export interface JsonScalar {
  kind: "scalar";
  /** The JSON text, such as `"a"`, `1.0` or `true`; "" is the null of a patch. */
  text: string;
  place: Place | undefined;
}

/** The string that a JSON text in quotes means. As in Go, half a surrogate pair becomes U+FFFD. */
export function stringIn(text: string): string {
  if (!text.includes("\\")) return text.slice(1, -1);
  const value: string = JSON.parse(text);
  // Only an escape can stand for half a pair.
  return text.includes("\\u") ? wellFormed(value) : value;
}

/** @param count Called with the number of characters of each copied value. */
export function copyJson(root: JsonValue, count: (characters: number) => void): JsonValue {
  // Collections wait on a list for their contents, as nesting may be deep.
  const waiting: (JsonObject | JsonArray)[] = [];
  const copied = (value: JsonValue): JsonValue => {
    count(value?.kind === "scalar" ? value.text.length : 0);
    if (value === null) return null;
    // A copied null becomes one of the document.
    if (value.kind === "scalar") return value.text === "" ? null : value;
    const copy = { ...value };
    waiting.push(copy);
    return copy;
  };
  const copy = copied(root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "array") next.items = next.items.map(copied);
    else next.members = new Map([...next.members].map(([key, member]) => [key, copied(member)]));
  }
  return copy;
}

/**
 * Whether two values are equal to the patch library: numbers and strings by their text, so 1 is not 1.0. Throws a
 * `RangeError` on a null in a list, where the library crashes.
 */
export function jsonEquals(a: JsonValue, b: JsonValue): boolean {
  // Pairs wait in the order of the texts, as nesting may be deep.
  const waiting: Pair[] = [{ a, b, isMember: false }];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const { a, b, isMember } = pair;
    if (b === undefined || isMember && (a === null) !== (b === null)) return false;
    if (isMember && a === null) continue;
    if (a === null || b === null) throw new RangeError("a null in a list cannot be compared");
    const parts = partsOf(a, b);
    if (parts === undefined) return false;
    for (const part of parts.reverse()) waiting.push(part);
  }
  return true;
}

/** `b` is undefined if the other object lacks the member. */
interface Pair {
  a: JsonValue;
  b: JsonValue | undefined;
  isMember: boolean;
}

/** The pairs of values that have to be equal for two values to be equal; undefined if those differ themselves. */
function partsOf(a: NonNullable<JsonValue>, b: NonNullable<JsonValue>): Pair[] | undefined {
  if (a.kind === "object") {
    if (b.kind !== "object" || a.members.size !== b.members.size) return undefined;
    return [...a.members].map(([key, value]) => ({ a: value, b: b.members.get(key), isMember: true }));
  }
  if (a.kind === "array") {
    if (b.kind !== "array" || a.items.length !== b.items.length) return undefined;
    return a.items.map((value, index) => ({ a: value, b: b.items[index]!, isMember: false }));
  }
  return b.kind === "scalar" && a.text === b.text ? [] : undefined;
}

/**
 * JSON as kustomize's JSON patch library stores it: scalars by their text, because `test` compares that.
 *
 * A null in a document is `null`; a null as the value of an operation is a scalar with the text "". Comparisons in the
 * library distinguish the two.
 */

import type { Place } from "../diagnostics/diagnostic.ts";

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
  if (a === null || b === null) throw new RangeError("a null in a list cannot be compared");
  if (a.kind === "object") return b.kind === "object" && objectEquals(a, b);
  if (a.kind === "array") return b.kind === "array" && arrayEquals(a, b);
  return b.kind === "scalar" && a.text === b.text;
}

function objectEquals(a: JsonObject, b: JsonObject): boolean {
  if (a.members.size !== b.members.size) return false;
  for (const [key, value] of a.members) {
    const other = b.members.get(key);
    if (other === undefined || (value === null) !== (other === null)) return false;
    if (value !== null && !jsonEquals(value, other)) return false;
  }
  return true;
}

function arrayEquals(a: JsonArray, b: JsonArray): boolean {
  return a.items.length === b.items.length && a.items.every((value, index) => jsonEquals(value, b.items[index]!));
}

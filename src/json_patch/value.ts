/**
 * JSON as kustomize's JSON patch library stores it: scalars by their text, because `test` compares that.
 *
 * A null in a document is `null`; a null that a patch gives as a value is a scalar with the text "". Comparisons in the
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

export function copyJson(value: JsonValue): JsonValue {
  if (value === null) return null;
  switch (value.kind) {
    case "object":
      return { ...value, members: new Map([...value.members].map(([key, member]) => [key, copyJson(member)])) };
    case "array":
      return { ...value, items: value.items.map(copyJson) };
    case "scalar":
      // A copied null becomes a null of the document.
      return value.text === "" ? null : value;
  }
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

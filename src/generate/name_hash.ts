/** The suffix of a generated name: a hash of the content, so that changed content becomes a new object. */

import { type Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import { resourceToJson } from "../json_patch/nodes.ts";
import type { JsonArray, JsonObject, JsonValue } from "../json_patch/value.ts";
import { compareCodePoints } from "../text/compare.ts";
import { encodeJsonString } from "../text/go_values.ts";
import { sha256Hex } from "../text/bytes/sha256.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import { ownValue } from "../text/own_value.ts";

/** Replaces the first ten hexadecimal digits, so that hashes spell no words. */
const DIGITS: Record<string, string> = { "0": "g", "1": "h", "3": "k", a: "m", e: "t" };

/** The hash of a ConfigMap or Secret, as kustomize computes it; undefined for another kind. */
export function nameHash(node: Mapping): string | undefined {
  const text = HASHED_BY_CONTENT.get(scalarText(node.get("kind")))?.(node);
  return text && hashOfText(text);
}

/** Ten characters. */
export function hashOfText(text: string): string {
  return sha256Hex(encodeUtf8(text)).slice(0, 10).replace(/./g, (digit) => ownValue(DIGITS, digit) ?? digit);
}

/** The kinds that `nameHash` knows, with the JSON text that is hashed. */
export const HASHED_BY_CONTENT: ReadonlyMap<string, (node: Mapping) => string> = new Map([
  ["ConfigMap", (node) => encodeFields("ConfigMap", [optional(node, "binaryData"), field(node, "data")], [])],
  [
    "Secret",
    (node) => encodeFields("Secret", [field(node, "data")], [optional(node, "stringData"), field(node, "type")]),
  ],
]);

/**
 * The fields before and after `kind` and `name`, in alphabetical order. The name is always "": kustomize looks for a
 * field literally called `metadata/name`, so equal data under two names has the same hash.
 */
function encodeFields(kind: string, before: string[], after: string[]): string {
  const fields = [...before, `"kind":"${kind}"`, `"name":""`, ...after];
  return `{${fields.filter((text) => text !== "").join(",")}}`;
}

/** A field that counts even if it is absent, as "". A null counts as written. */
function field(node: Mapping, name: string): string {
  const value = node.get(name);
  return `"${name}":${value === undefined ? `""` : encodeValue(value)}`;
}

/** A field that counts only if it holds more than a scalar. */
function optional(node: Mapping, name: string): string {
  const value = node.get(name);
  return value === undefined || value.kind === "scalar" ? "" : `"${name}":${encodeValue(value)}`;
}

function encodeValue(value: Node): string {
  if (value.kind === "scalar") return encodeJsonString(value.value);
  // kustomize expects a map here and ignores anything else.
  return value.kind === "mapping" ? jsonText(resourceToJson(value)) : "null";
}

function jsonText(root: JsonValue): string {
  let text = "";
  // Texts and values yet to be written, the next one last, as nesting may be deep.
  const waiting: (string | JsonValue)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") text += next;
    else if (next === null) text += "null";
    else if (next.kind === "scalar") text += INTEGER.test(next.text) ? String(Number(next.text)) : next.text;
    else for (const part of partsOf(next).reverse()) waiting.push(part);
  }
  return text;
}

function partsOf(value: JsonObject | JsonArray): (string | JsonValue)[] {
  if (value.kind === "array") return ["[", ...value.items.flatMap((item, at) => at === 0 ? [item] : [",", item]), "]"];
  const names = [...value.members.keys()].sort(compareCodePoints);
  const members = names.flatMap((name, at) => {
    return [`${at === 0 ? "" : ","}${encodeJsonString(name)}:`, value.members.get(name) ?? null];
  });
  return ["{", ...members, "}"];
}

/** In the hash, integers are rounded to 64-bit floats, as in kustomize. */
const INTEGER = /^-?[0-9]+$/;

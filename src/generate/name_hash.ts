/** The suffix that a generated name gets: a hash of the object's content, so that changed content is a new object. */

import { fail } from "../diagnostics/diagnostic.ts";
import { atPlace, type Mapping, type Node } from "../yaml/tree/node.ts";
import { resourceToJson } from "../json_patch/nodes.ts";
import type { JsonValue } from "../json_patch/value.ts";
import { compareCodePoints } from "../text/compare.ts";
import { encodeJsonString } from "../text/json_string.ts";
import { sha256Hex } from "../text/sha256.ts";
import { encodeUtf8 } from "../text/utf8.ts";

/** What the first ten hexadecimal digits become, so that they spell no words. */
const DIGITS: Record<string, string> = { "0": "g", "1": "h", "3": "k", a: "m", e: "t" };

/** The hash of an object, ten characters, equal to kustomize's for the same content. */
export function nameHash(node: Mapping): string {
  const digest = sha256Hex(encodeUtf8(hashedText(node)));
  let hash = "";
  for (let index = 0; index < 10; index++) hash += DIGITS[digest[index]!] ?? digest[index]!;
  return hash;
}

/** The JSON text that is hashed. */
function hashedText(node: Mapping): string {
  const kind = node.get("kind");
  switch (kind?.kind === "scalar" ? kind.value : "") {
    case "ConfigMap":
      return encodeFields("ConfigMap", [optional(node, "binaryData"), field(node, "data")], []);
    case "Secret":
      return encodeFields("Secret", [field(node, "data")], [optional(node, "stringData"), field(node, "type")]);
    default:
      // kustomize hashes other kinds with the lines and columns of their text and the comments in it.
      return fail("unhashable-kind", "only the name of a ConfigMap or a Secret can end with a hash", {
        ...atPlace(node),
        hint: "drop the annotation that asks for a hash",
      });
  }
}

/**
 * Fields before and after `kind` and `name` in the order of their names. The name is always "": kustomize looks for a
 * field that is literally called `metadata/name`, which is why equal data under two names has one hash.
 */
function encodeFields(kind: string, before: string[], after: string[]): string {
  const fields = [...before, `"kind":"${kind}"`, `"name":""`, ...after];
  return `{${fields.filter((text) => text !== "").join(",")}}`;
}

/** A field that counts even where it is absent: then it is "". A null counts as it is written. */
function field(node: Mapping, name: string): string {
  const value = node.get(name);
  return `"${name}":${value === undefined ? `""` : encodeValue(value)}`;
}

/** A field that counts only where it holds more than a scalar. */
function optional(node: Mapping, name: string): string {
  const value = node.get(name);
  return value === undefined || value.kind === "scalar" ? "" : `"${name}":${encodeValue(value)}`;
}

function encodeValue(value: Node): string {
  if (value.kind === "scalar") return encodeJsonString(value.value);
  // kustomize expects a map here and lets any other thing fall through.
  return value.kind === "mapping" ? jsonText(resourceToJson(value)) : "null";
}

function jsonText(value: JsonValue): string {
  switch (value?.kind) {
    case undefined:
      return "null";
    case "scalar":
      return INTEGER.test(value.text) ? String(Number(value.text)) : value.text;
    case "array":
      return `[${value.items.map(jsonText).join(",")}]`;
    case "object": {
      const names = [...value.members.keys()].sort(compareCodePoints);
      return `{${names.map((name) => `${encodeJsonString(name)}:${jsonText(value.members.get(name)!)}`).join(",")}}`;
    }
  }
}

/** Integers lose what 64-bit floats cannot hold on kustomize's way to the hash. */
const INTEGER = /^-?[0-9]+$/;

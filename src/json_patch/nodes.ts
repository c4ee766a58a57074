/**
 * Converts nodes to JSON and back, as kustomize does for a JSON patch.
 *
 * The conversion is lossy, and visibly so: integers beyond 2^53 are rounded, dates become text, styles are chosen
 * again, and a number such as 1000000 is from then on written as `1e+06` wherever its text is used.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { analyze, NO_BLOCK, NO_PLAIN } from "../yaml/scalar/analyze.ts";
import { encodeJson } from "../yaml/value/json.ts";
import {
  atPlace,
  type Dialect,
  type Entry,
  Mapping,
  type Node,
  placeOf,
  Scalar,
  type ScalarStyle,
  Sequence,
} from "../yaml/tree/node.ts";
import { checkUniqueKeys } from "../yaml/value/unique_keys.ts";
import { formatFloat } from "../text/go_values.ts";
import { needsQuotes, resolveScalar, tagOf } from "../yaml/scalar/resolve.ts";
import { refold } from "../yaml/scalar/round_trip.ts";
import { checkPatchDepth } from "../yaml/tree/limits.ts";
import type { JsonObject, JsonValue } from "./value.ts";

/**
 * The JSON of a resource. Throws `invalid-key` for a key that is not text, `unsupported-yaml` for an infinite number.
 */
export function resourceToJson(resource: Mapping): JsonObject {
  return new NodeReader("v3").object(resource, false);
}

/**
 * The JSON of a patch without aliases. kustomize reads it as YAML 1.1: `yes` is true, and keys may be numbers and
 * booleans.
 */
export function patchToJson(patch: Node): JsonValue {
  return new NodeReader("v2").value(patch, false);
}

class NodeReader {
  readonly #dialect: Dialect;
  #depth = 0;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  value(node: Node, inFlow: boolean): JsonValue {
    switch (node.kind) {
      case "mapping":
        return this.object(node, inFlow);
      case "sequence":
        return this.#array(node, inFlow || node.flow);
      case "scalar": {
        const text = this.#scalar(node, inFlow);
        return text === "null" ? null : { kind: "scalar", text, place: placeOf(node) };
      }
      case "alias":
        return this.value(node.target, inFlow);
    }
  }

  object(mapping: Mapping, inFlow: boolean): JsonObject {
    checkPatchDepth(++this.#depth, mapping);
    if (this.#dialect === "v3") checkUniqueKeys(mapping);
    const members = new Map<string, JsonValue>();
    for (const { key, value } of mapping.entries) {
      members.set(this.#depth === 1 ? this.#rootKey(key) : this.#key(key), this.value(value, inFlow || mapping.flow));
    }
    this.#depth--;
    return { kind: "object", members, place: placeOf(mapping) };
  }

  #array(sequence: Sequence, inFlow: boolean): JsonValue {
    checkPatchDepth(++this.#depth, sequence);
    const items = sequence.items.map((item) => this.value(item, inFlow));
    this.#depth--;
    return { kind: "array", items, place: placeOf(sequence) };
  }

  /** go-yaml v3 treats the keys of the outermost mapping as texts, unless they are null. */
  #rootKey(key: Node): string {
    const isText = this.#dialect === "v3" && key.kind === "scalar" && resolveScalar(key, "v3").value !== null;
    return isText ? key.value : this.#key(key);
  }

  #key(key: Node): string {
    if (key.kind === "scalar") {
      const { tag, value } = resolveScalar(key, this.#dialect);
      if (tag === "!!str") return key.value;
      if (this.#dialect === "v3" && (tag === "!!int" || tag === "!!timestamp")) return String(value);
      if (this.#dialect === "v2" && value !== null) {
        return typeof value === "number" ? formatFloat(value) : String(value);
      }
    }
    fail("invalid-key", "a key must be a string to become JSON: put it in quotes", atPlace(key));
  }

  #scalar(scalar: Scalar, inFlow: boolean): string {
    const { tag, value } = resolveScalar(scalar, this.#dialect);
    if (this.#dialect === "v3") {
      if (!inFlow && isWrittenFolded(scalar)) return encodeJson(refold(scalar.value));
      // In flow style an empty value is written as nothing, and read back as an empty text.
      if (value === null && scalar.value === "" && inFlow) return '""';
    } else if (tag === "!!timestamp") {
      return encodeJson(scalar.value);
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      fail("unsupported-yaml", `${scalar.value} cannot be written as JSON`, atPlace(scalar));
    }
    return encodeJson(value);
  }
}

/** Whether go-yaml writes the scalar as `>`: it does if the scalar was read that way and the text allows it. */
function isWrittenFolded({ style, value }: Scalar): boolean {
  return style === "folded" && value !== "" && (analyze(value) & NO_BLOCK) === 0;
}

/** Creates the nodes of a patched document. Values keep their original places. */
export function jsonToNode(value: JsonValue): Node {
  if (value === null) return plainNode("null");
  const { source, offset = 0 } = value.place ?? {};
  switch (value.kind) {
    case "object": {
      const entries = [...value.members].map(([key, member]): Entry => ({
        key: textNode(key),
        value: jsonToNode(member),
      }));
      return new Mapping(entries, source, offset);
    }
    case "array":
      return new Sequence(value.items.map(jsonToNode), source, offset);
    case "scalar": {
      const node = scalarNode(value.text);
      node.source = source;
      node.start = offset;
      return node;
    }
  }
}

function scalarNode(text: string): Scalar {
  if (text === "") return plainNode("null");
  if (text.startsWith('"')) {
    const value: string = JSON.parse(text);
    // go-yaml writes this text without quotes, and reads it back as a merge key.
    return value === "<<" ? new Scalar(value, "plain", "!!merge") : textNode(value);
  }
  return plainNode(text === "true" || text === "false" ? text : formatFloat(Number(text)));
}

/** A null, boolean or number, tagged as if it had been parsed. */
function plainNode(text: string): Scalar {
  const node = new Scalar(text);
  node.tag = tagOf(node);
  return node;
}

/**
 * Text, tagged the same way, in the style that go-yaml writes. Tag and style decide how a later patch can replace it
 * with a number.
 */
function textNode(text: string): Scalar {
  return new Scalar(text, styleOf(text), "!!str");
}

function styleOf(text: string): ScalarStyle {
  if (text === "" || needsQuotes(text)) return "double";
  if (text.includes("\n")) return "literal";
  return (analyze(text) & NO_PLAIN) === 0 ? "plain" : "single";
}

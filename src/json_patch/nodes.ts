/**
 * Converts nodes to JSON and back, as kustomize does for a JSON patch.
 *
 * The conversion is lossy, and visibly so: integers beyond 2^53 are rounded, dates become text, styles are chosen
 * again, and a number such as 1000000 is from then on written as `1e+06` wherever its text is used.
 */

import { fail } from "../diagnostics/diagnostic.ts";
import { jsonEntries } from "../kustomization/json/json_entries.ts";
import { analyze, NO_PLAIN } from "../yaml/scalar/analyze.ts";
import { encodeJson } from "../yaml/value/json.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import type { Dialect } from "../yaml/scalar/dialect.ts";
import { Mapping, type Node, Scalar, type ScalarStyle, Sequence } from "../yaml/tree/node.ts";
import { checkUniqueKeys } from "../yaml/value/unique_keys.ts";
import { TAB } from "../text/chars.ts";
import { formatFloat } from "../text/go_values.ts";
import { needsQuotes, resolveScalar, tagOf } from "../yaml/scalar/resolve.ts";
import { writtenAndRead } from "../yaml/write/print_scalar.ts";
import { MAX_DEPTH } from "../yaml/tree/limits.ts";
import { type JsonArray, type JsonObject, type JsonValue, stringIn } from "./value.ts";

/**
 * The JSON of a resource. Throws `invalid-key` for a key that is not text, `unsupported-yaml` for an infinite number.
 */
export function resourceToJson(resource: Mapping): JsonObject {
  return new NodeReader("v3").value(resource) as JsonObject;
}

/**
 * The JSON of a patch without recursive aliases. kustomize reads it as YAML 1.1: `yes` is true, and keys may be numbers
 * and booleans.
 */
export function patchToJson(patch: Node): JsonValue {
  return new NodeReader("v2").value(patch);
}

class NodeReader {
  readonly #dialect: Dialect;
  /** What reads the contents of collections waits here, as nesting may be deep. */
  readonly #unread: (() => void)[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  value(node: Node): JsonValue {
    const json = this.#value(node, false, 1);
    for (let read = this.#unread.pop(); read !== undefined; read = this.#unread.pop()) read();
    return json;
  }

  #value(node: Node, inFlow: boolean, depth: number): JsonValue {
    switch (node.kind) {
      case "mapping":
        return this.#object(node, inFlow, depth);
      case "sequence":
        return this.#array(node, inFlow, depth);
      case "scalar": {
        const text = this.#scalar(node, inFlow);
        return text === "null" ? null : { kind: "scalar", text, place: placeOf(node) };
      }
      case "alias":
        return this.#value(node.target, inFlow, depth);
    }
  }

  #object(node: Mapping, inFlow: boolean, depth: number): JsonObject {
    if (this.#dialect === "v3") checkUniqueKeys(node);
    const json: JsonObject = { kind: "object", members: new Map(), place: placeOf(node) };
    const inside = inFlow || node.flow;
    checkDepth(depth, node);
    this.#unread.push(() => {
      for (const [name, value] of this.#fields(node, depth)) {
        json.members.set(name, this.#value(value, inside, depth + 1));
      }
    });
    return json;
  }

  #array(node: Sequence, inFlow: boolean, depth: number): JsonArray {
    const json: JsonArray = { kind: "array", items: [], place: placeOf(node) };
    const inside = inFlow || node.flow;
    checkDepth(depth, node);
    this.#unread.push(() => {
      for (const item of node.items) json.items.push(this.#value(item, inside, depth + 1));
    });
    return json;
  }

  #fields(node: Mapping, depth: number): [name: string, value: Node][] {
    if (this.#dialect === "v2") return [...jsonEntries(node)].map(([name, { value }]) => [name, value]);
    return node.entries.map(({ key, value }) => [depth === 1 ? this.#rootKey(key) : this.#key(key), value]);
  }

  /** go-yaml v3 treats the keys of the outermost mapping as texts, unless they are null. */
  #rootKey(key: Node): string {
    return key.kind === "scalar" && resolveScalar(key, "v3").value !== null ? key.value : this.#key(key);
  }

  #key(key: Node): string {
    if (key.kind === "scalar") {
      const { tag, value } = resolveScalar(key);
      if (tag === "!!str") return key.value;
      if (tag === "!!int" || tag === "!!timestamp") return String(value);
    }
    fail("invalid-key", "a key must be a string to become JSON: put it in quotes", atPlace(key));
  }

  #scalar(scalar: Scalar, inFlow: boolean): string {
    const { tag, value } = resolveScalar(scalar, this.#dialect);
    if (this.#dialect === "v3") {
      const mayChange = !inFlow && (scalar.style === "folded" || scalar.value.charCodeAt(0) === TAB);
      if (mayChange) return encodeJson(writtenAndRead(scalar, scalar.value));
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

/** Go reads no JSON that is nested deeper. */
function checkDepth(depth: number, node: Node): void {
  if (depth <= MAX_DEPTH) return;
  fail("too-deep", `values nested more than ${MAX_DEPTH} levels deep cannot be patched`, atPlace(node));
}

/** Creates the nodes of a patched document. Values keep their original places. */
export function jsonToNode(value: JsonValue): Node {
  const unread: (() => void)[] = [];
  const begin = (value: JsonValue): Node => {
    if (value === null) return plainNode("null");
    const { source, offset = 0 } = value.place ?? {};
    if (value.kind === "scalar") {
      const node = scalarNode(value.text);
      node.source = source;
      node.start = offset;
      return node;
    }
    // kustomize reads the document back as YAML, in which empty collections have brackets.
    if (value.kind === "object") {
      const node = new Mapping([], source, offset);
      if (value.members.size === 0) node.flow = true;
      unread.push(() => {
        node.entries = [...value.members].map(([key, member]) => ({ key: textNode(key), value: begin(member) }));
      });
      return node;
    }
    const node = new Sequence([], source, offset);
    if (value.items.length === 0) node.flow = true;
    unread.push(() => node.items = value.items.map(begin));
    return node;
  };
  const root = begin(value);
  for (let read = unread.pop(); read !== undefined; read = unread.pop()) read();
  return root;
}

function scalarNode(text: string): Scalar {
  if (text === "") return plainNode("null");
  if (text.startsWith('"')) {
    const value = stringIn(text);
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

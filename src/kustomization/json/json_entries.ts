/** The entries of mappings in configuration files, which kustomize converts to JSON before it decodes them. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { formatFloat } from "../../text/go_values.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { Dialect } from "../../yaml/scalar/dialect.ts";
import type { Mapping, Node } from "../../yaml/tree/node.ts";
import { describeNode } from "../../yaml/value/describe_node.ts";
import { eachOnce } from "../../yaml/value/merge_sources.ts";
import { followAlias } from "../../yaml/value/plain.ts";
import { failWrongType } from "../field_errors.ts";
import { jsonScalar } from "./json_scalar.ts";

/**
 * The entries of a mapping as go-yaml v2 reads them, by the text of their keys and in order. The last of repeated keys
 * counts, and a merge key (`<<`) overrides entries before it.
 */
export function jsonEntries(mapping: Mapping, dialect: Dialect = "v2"): JsonEntries {
  return entriesOf(mapping, dialect, new Map());
}

type JsonEntry = { key: Node; value: Node };
type JsonEntries = Map<string, JsonEntry>;

/** @param known Entries of mappings merged before, to avoid visiting nested merges again and again. */
function entriesOf(mapping: Mapping, dialect: Dialect, known: Map<Mapping, JsonEntries>): JsonEntries {
  const entries: JsonEntries = new Map();
  const put = (name: string, entry: JsonEntry): void => {
    const old = entries.get(name)?.value;
    if (old && old !== entry.value) decode(old, dialect);
    entries.set(name, entry);
  };
  for (const { key, value } of mapping.entries) {
    if (isMergeKey(key)) {
      for (const merged of eachOnce(mergedMappings(value))) {
        // An alias deeper in the mapping was found when its text was read.
        if (merged === mapping) fail("recursive-alias", "this merges a mapping into itself", atPlace(value));
        const more = known.get(merged) ?? entriesOf(merged, dialect, known);
        known.set(merged, more);
        for (const [name, entry] of more) put(name, entry);
      }
    } else put(jsonKey(key, dialect), { key, value: followAlias(value) });
  }
  return entries;
}

/** Fails as go-yaml does before a later value replaces this one. */
function decode(value: Node, dialect: Dialect): void {
  const node = followAlias(value);
  if (node.kind === "scalar") jsonScalar(node, dialect);
  else if (node.kind === "sequence") node.items.forEach((item) => decode(item, dialect));
  else {
    for (const { key, value: inner } of node.entries) {
      if (isMergeKey(key)) mergedMappings(inner);
      else decodeKey(key, dialect);
      decode(inner, dialect);
    }
  }
}

/** Earlier mappings of a list take precedence, so they come last. */
function mergedMappings(value: Node): Mapping[] {
  const node = followAlias(value);
  if (node.kind === "mapping") return [node];
  const items = node.kind === "sequence" ? node.items.map(followAlias) : [node];
  return items.reverse().map((item) => item.kind === "mapping" ? item : failWrongType("<<", "a mapping", item));
}

function isMergeKey(key: Node): boolean {
  return key.kind === "scalar" && key.value === "<<" && key.style === "plain" && key.tag !== "!!str";
}

/** The text of a key in JSON. Fails (`invalid-key`) on collections, nulls, and integers beyond 63 bits. */
function jsonKey(key: Node, dialect: Dialect): string {
  const value = decodeKey(key, dialect);
  if (value === null || (typeof value === "bigint" && value >= 2n ** 63n)) failKey(key, dialect);
  if (typeof value === "string") return value;
  const text = coercedText(value);
  return NOT_FINITE.get(text) ?? text;
}

function decodeKey(key: Node, dialect: Dialect): ReturnType<typeof jsonScalar> {
  const node = followAlias(key);
  return node.kind === "scalar" ? jsonScalar(node, dialect) : failKey(key, dialect);
}

function failKey(key: Node, dialect: Dialect): never {
  fail("invalid-key", `a key must be a string, found ${describeNode(followAlias(key), dialect)}`, atPlace(key));
}

const NOT_FINITE = new Map([["+Inf", ".inf"], ["-Inf", "-.inf"], ["NaN", ".nan"]]);

/** A number or boolean as text: integers in full, floats with 32-bit precision. */
export function coercedText(value: number | bigint | boolean): string {
  return typeof value === "number" ? formatFloat(value, 32) : String(value);
}

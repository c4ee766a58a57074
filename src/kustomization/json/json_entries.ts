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

type JsonEntries = Map<string, { key: Node; value: Node }>;

/** @param known Entries of mappings merged before, to avoid visiting nested merges again and again. */
function entriesOf(mapping: Mapping, dialect: Dialect, known: Map<Mapping, JsonEntries>): JsonEntries {
  const entries: JsonEntries = new Map();
  for (const { key, value } of mapping.entries) {
    if (isMergeKey(key)) {
      for (const merged of eachOnce(mergedMappings(value))) {
        const more = known.get(merged) ?? entriesOf(merged, dialect, known);
        known.set(merged, more);
        for (const [name, entry] of more) entries.set(name, entry);
      }
    } else entries.set(jsonKey(key, dialect), { key, value: followAlias(value) });
  }
  return entries;
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
  const node = followAlias(key);
  const value = node.kind === "scalar" ? jsonScalar(node, dialect) : null;
  if (value === null || (typeof value === "bigint" && value >= 2n ** 63n)) {
    fail("invalid-key", `a key must be a string, found ${describeNode(node, dialect)}`, atPlace(key));
  }
  if (typeof value === "string") return value;
  const text = coercedText(value);
  return NOT_FINITE.get(text) ?? text;
}

const NOT_FINITE = new Map([["+Inf", ".inf"], ["-Inf", "-.inf"], ["NaN", ".nan"]]);

/** A number or boolean as text: integers in full, floats with 32-bit precision. */
export function coercedText(value: number | bigint | boolean): string {
  return typeof value === "number" ? formatFloat(value, 32) : String(value);
}

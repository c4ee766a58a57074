/**
 * Converts a free-form value of a configuration file as kustomize does through JSON: dates become texts, `y` a boolean.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { Mapping, type Node, type Scalar, Sequence, stringScalar } from "../../yaml/tree/node.ts";
import { followAlias, fromPlain, keyOf } from "../../yaml/value/plain.ts";
import { type JsonScalar, jsonScalar } from "./json_scalar.ts";
import { jsonEntries } from "./json_entries.ts";

/** A new node with the places of the old one, without aliases and merge keys. */
export function jsonNode(given: Mapping): Mapping;
export function jsonNode(given: Node): Node;
export function jsonNode(given: Node): Node {
  return remade(given, "", jsonOuter);
}

/**
 * Rebuilds a tree from the root down.
 *
 * @param outer Creates a node with the contents of the old one; `where` is its path, which starts with the root's
 * `where`.
 */
export function remade(given: Node, where: string, outer: (node: Node, where: string) => Node): Node {
  // Nesting may be deep, so collections wait on a list for their contents.
  const waiting: { node: Mapping | Sequence; where: string }[] = [];
  const make = (old: Node, where: string): Node => {
    const node = outer(old, where);
    if (node.kind === "mapping" || node.kind === "sequence") waiting.push({ node, where });
    return node;
  };
  const root = make(given, where);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, where } = next;
    if (node.kind === "sequence") node.items = node.items.map((item) => make(item, where));
    else for (const entry of node.entries) entry.value = make(entry.value, `${where}.${keyOf(entry.key)}`);
  }
  return root;
}

/** The new node, with its contents unchanged. */
function jsonOuter(given: Node): Node {
  const node = followAlias(given);
  switch (node.kind) {
    case "scalar":
      return placed(fromPlain(checkFinite(jsonScalar(node), node)) as Scalar, node);
    case "sequence":
      return new Sequence(node.items, node.source, node.start);
    case "mapping": {
      const entries = [...jsonEntries(node)].map(([name, { value }]) => ({ key: stringScalar(name), value }));
      return new Mapping(entries, node.source, node.start);
    }
  }
}

function checkFinite(value: JsonScalar, scalar: Scalar): JsonScalar {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  return fail("unsupported-yaml", `${scalar.value} has no JSON form`, atPlace(scalar));
}

function placed(scalar: Scalar, { source, start }: Scalar): Scalar {
  scalar.source = source;
  scalar.start = start;
  return scalar;
}

/**
 * Finds renames: pairs of a removed resource and a similar added one. Compares only resources with a rare value in
 * common, so that the time grows with the number of resources, not of pairs.
 */

import type { Resource } from "../model/resource.ts";
import { compareTexts } from "../text/compare.ts";
import { addToList, addToSet } from "../text/multimap.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";

/** The share of fields that two resources must have in common. */
const MIN_LIKENESS = 0.6;

/** A value is rare if at most this many resources on each side have it. */
const MAX_HOLDERS = 6;

/** At most this many fields of an object count. */
const MAX_FIELDS = 2000;

interface Candidate {
  before: Described;
  after: Described;
  likeness: number;
}

interface Described {
  resource: Resource;
  /** Kind, namespace and name, as a tie-breaker. */
  id: string;
  fields: ReadonlySet<string>;
}

/** Pairs of the same group and kind, most alike first; each resource is in at most one. */
export function pairByLikeness(
  before: readonly Resource[],
  after: readonly Resource[],
): [before: Resource, after: Resource][] {
  if (before.length === 0 || after.length === 0) return [];
  const pairs: [Resource, Resource][] = [];
  const taken = new Set<Described>();
  for (const candidate of candidatesOf(before.map(describe), after.map(describe)).sort(compare)) {
    if (taken.has(candidate.before) || taken.has(candidate.after)) continue;
    taken.add(candidate.before).add(candidate.after);
    pairs.push([candidate.before.resource, candidate.after.resource]);
  }
  return pairs;
}

function candidatesOf(before: readonly Described[], after: readonly Described[]): Candidate[] {
  const holders = holdersOf(before);
  const found = new Map<Described, Set<Described>>();
  for (const [field, those] of holdersOf(after)) {
    for (const one of holders.get(field) ?? []) for (const other of those) addToSet(found, one, other);
  }
  return [...found].flatMap(([one, others]) =>
    [...others].map((other) => ({ before: one, after: other, likeness: likenessOf(one.fields, other.fields) }))
  ).filter(({ likeness }) => likeness >= MIN_LIKENESS);
}

/** The resources with each rare field. */
function holdersOf(resources: readonly Described[]): Map<string, Described[]> {
  const holders = new Map<string, Described[]>();
  for (const described of resources) {
    for (const field of described.fields) addToList(holders, field, described);
  }
  for (const [field, those] of holders) if (those.length > MAX_HOLDERS) holders.delete(field);
  return holders;
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const field of a) if (b.has(field)) common++;
  return 2 * common / (a.size + b.size);
}

/** The ids break ties, in an order that does not depend on the sides. */
function compare(a: Candidate, b: Candidate): number {
  return b.likeness - a.likeness || compareTexts(idOf(a), idOf(b));
}

function idOf({ before, after }: Candidate): string {
  return [before.id, after.id].sort().join("\0");
}

function describe(resource: Resource): Described {
  const { gvk: { group, kind }, apiVersion, namespace, name, node } = resource;
  const type = `${group}/${kind}`;
  const fields = new Set<string>();
  for (const { key, value } of node.entries) {
    const name = scalarText(key);
    if (name !== "apiVersion" && name !== "kind") collect(value, `${type} ${name}`, fields);
  }
  for (const name of ["name", "namespace"]) {
    fields.delete(`${type} metadata/${name}=${scalarText(resource.metadata?.get(name))}`);
  }
  return { resource, id: [type, apiVersion, namespace, name].join("\0"), fields };
}

/** Indexes in lists do not count, because items may move. */
function collect(node: Node, path: string, fields: Set<string>): void {
  if (fields.size >= MAX_FIELDS) return;
  switch (node.kind) {
    case "scalar":
      fields.add(`${path}=${node.value}`);
      break;
    case "alias":
      collect(node.target, path, fields);
      break;
    case "sequence":
      for (const item of node.items) collect(item, `${path}/-`, fields);
      break;
    case "mapping":
      for (const { key, value } of node.entries) collect(value, `${path}/${scalarText(key)}`, fields);
  }
}

/** Pairs the resources of two builds. Swapping the builds swaps the pairs and changes nothing else. */

import type { Resource } from "../model/resource.ts";
import { addToList } from "../text/multimap.ts";
import { pairByLikeness } from "./likeness.ts";
import type { Pair } from "./report.ts";
import { guessedUnhashedName, unhashedName } from "./unhashed_name.ts";

type KeyOf = (resource: Resource) => string | undefined;

/** All resources of both sides: pairs and added ones in the order of `after`, removed ones in their old position. */
export function pairResources(before: readonly Resource[], after: readonly Resource[]): Pair[] {
  const pairing = new Pairing(before, after);
  pairing.byId();
  for (const keyOf of KEYS) pairing.byKey(keyOf);
  pairing.byLikeness();
  return pairing.inOrder();
}

/** Keys that pair two resources if no other resource on either side has the same key; the strongest first. */
const KEYS: readonly KeyOf[] = [
  (resource) => within(resource, guessedUnhashedName(resource)),
  // The group changed, as for an Ingress that has left `extensions`.
  ({ kind, namespace, name }) => [kind, namespace, name].join("\0"),
  // Prefixes, suffixes or the namespace changed.
  (resource) => within(resource, resource.originalId.name, ""),
  (resource) => within(resource, unhashedName(resource), ""),
];

function within(resource: Resource, name: string | undefined, namespace = namespaceOf(resource)): string | undefined {
  const { gvk: { group, kind } } = resource.id;
  return name === undefined ? undefined : `${group}\0${kind}\0${namespace}\0${name}`;
}

/** In rendered manifests, cluster-scoped kinds are unknown, so a missing namespace is `default` for all. */
function namespaceOf({ id: { namespace } }: Resource): string {
  return namespace || "default";
}

class Pairing {
  readonly #before: readonly Resource[];
  readonly #after: readonly Resource[];
  /** The partner of each paired resource, in both directions. */
  readonly #partners = new Map<Resource, Resource>();

  constructor(before: readonly Resource[], after: readonly Resource[]) {
    this.#before = before;
    this.#after = after;
  }

  /** By group, kind, namespace and name without hash, whatever the version. */
  byId(): void {
    this.#match((resource) => within(resource, unhashedName(resource)), (before, after) => {
      if (before.length === 1 && after.length === 1) this.#pair(before[0]!, after[0]!);
      else for (const same of SAME) this.#pairSame(before, after, same);
    });
  }

  byKey(keyOf: KeyOf): void {
    this.#match(keyOf, (before, after) => {
      if (before.length === 1 && after.length === 1) this.#pair(before[0]!, after[0]!);
    });
  }

  byLikeness(): void {
    for (const [before, after] of pairByLikeness(this.#open(this.#before), this.#open(this.#after))) {
      this.#pair(before, after);
    }
  }

  inOrder(): Pair[] {
    const places = new Map(this.#after.map((resource, index) => [resource, index]));
    const pairs: [place: number, pair: Pair][] = this.#after.map((after, index) => [
      index,
      { before: this.#partners.get(after), after },
    ]);
    let last = -1;
    for (const before of this.#before) {
      const partner = this.#partners.get(before);
      if (partner === undefined) pairs.push([last + 0.5, { before, after: undefined }]);
      else last = places.get(partner)!;
    }
    return pairs.sort(([a], [b]) => a - b).map(([, pair]) => pair);
  }

  #open(resources: readonly Resource[]): Resource[] {
    return resources.filter((resource) => !this.#partners.has(resource));
  }

  /** Calls `pair` with the resources without a partner, for each key. */
  #match(keyOf: KeyOf, pair: (before: readonly Resource[], after: readonly Resource[]) => void): void {
    const after = groupBy(this.#open(this.#after), keyOf);
    for (const [key, resources] of groupBy(this.#open(this.#before), keyOf)) pair(resources, after.get(key) ?? []);
  }

  #pairSame(before: readonly Resource[], after: readonly Resource[], keyOf: (resource: Resource) => string): void {
    const waiting = groupBy(this.#open(before), keyOf);
    for (const resource of this.#open(after)) {
      const partner = waiting.get(keyOf(resource))?.shift();
      if (partner !== undefined) this.#pair(partner, resource);
    }
  }

  #pair(before: Resource, after: Resource): void {
    this.#partners.set(before, after).set(after, before);
  }
}

/** Resources with the same id are paired by what else they have in common: version and hash, the hash, or nothing. */
const SAME: readonly ((resource: Resource) => string)[] = [
  ({ apiVersion, name }) => `${apiVersion} ${name}`,
  ({ name }) => name,
  (resource) => `${resource.apiVersion} ${unhashedName(resource) === resource.name}`,
  () => "",
];

function groupBy(resources: readonly Resource[], keyOf: KeyOf): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const key = keyOf(resource);
    if (key !== undefined) addToList(groups, key, resource);
  }
  return groups;
}

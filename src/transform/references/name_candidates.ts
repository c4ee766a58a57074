/**
 * Finds the resource that a name in a reference means: an index of resources by their previous names, so that a lookup
 * visits only a few candidates.
 */

import { type Gvk, gvkIsSelected } from "../../model/gvk.ts";
import { addToList, addToSet } from "../../text/multimap.ts";
import { DEFAULT_NAMESPACE, effectiveNamespace, NO_NAMESPACE } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { type Candidate, CandidateList, haveSameAffixes } from "./candidate_list.ts";

/** The resource with the reference, whose location limits what it can refer to. */
export interface Referrer {
  resource: Resource;
  /** Namespaces, as written, of the service accounts that a RoleBinding names: its references may reach those too. */
  boundNamespaces: ReadonlySet<string>;
}

/** The target of a reference. */
export interface Reference {
  /** A previous name of the resource. */
  name: string;
  /** Partial types; one of the resource's earlier ids must match one of them. */
  types: readonly Partial<Gvk>[];
  /** The namespace next to the name, if any. */
  namespace: string | undefined;
}

export class NameCandidates {
  readonly #byName = new Map<string, TypeGroup[]>();
  /** For each current effective namespace, the original namespaces of its resources. */
  readonly #origins = new Map<string, Set<string>>();

  constructor(resources: readonly Resource[]) {
    resources.forEach((resource, position) => this.#add(resource, position));
  }

  /**
   * The resources that `reference` may mean, in order: none, one, or several that cannot be distinguished. As in
   * kustomize, matches by name, type and namespace first, and if several are left, by prefixes and suffixes.
   */
  find(reference: Reference, referrer: Referrer): Resource[] {
    const groups = this.#byName.get(reference.name)?.filter((group) => group.isOf(reference.types)) ?? [];
    const lists = groups.flatMap((group) => this.#inReach(group, reference, referrer)).filter(({ all }) =>
      all.length > 0
    );
    const [list, ...others] = lists;
    const [only, second] = list?.all ?? [];
    if (only !== undefined && second === undefined && others.length === 0) return [only.resource];
    const compatible = lists.flatMap((list) => list.compatibleWith(referrer.resource))
      .sort((a, b) => a.position - b.position)
      .map(({ resource }) => resource);
    return compatible.length > 1
      ? compatible.filter((resource) => haveSameAffixes(resource, referrer.resource))
      : compatible;
  }

  #add(resource: Resource, position: number): void {
    const namespace = effectiveNamespace(resource.id);
    const { previousIds } = resource.history;
    const originalNamespace = previousIds[0]?.namespace ?? namespace;
    addToSet(this.#origins, namespace, originalNamespace);
    if (previousIds.length === 0) return;
    const kinds = [...new Set(previousIds.map(({ kind }) => kind))];
    for (const name of new Set(previousIds.map(({ name }) => name))) {
      this.#groupOf(name, resource.id.gvk, kinds).add({ resource, position, originalNamespace }, namespace);
    }
  }

  #groupOf(name: string, { group, version }: Gvk, kinds: readonly string[]): TypeGroup {
    const key = [group, version, ...kinds].join("\0");
    const found = this.#byName.get(name)?.find((group) => group.key === key);
    if (found !== undefined) return found;
    const made = new TypeGroup(key, kinds.map((kind) => ({ group, version, kind })));
    addToList(this.#byName, name, made);
    return made;
  }

  /** Those of a group that `referrer` can reach; a cluster-scoped one can reach all. */
  #inReach(group: TypeGroup, { namespace }: Reference, referrer: Referrer): CandidateList[] {
    const { id } = referrer.resource;
    if (id.clusterScoped) {
      if (namespace === undefined) return [group.all];
      return [this.#isOrigin(namespace, this.#origins.keys()) ? group.from(namespace) : group.in(namespace)];
    }
    const own = effectiveNamespace(id);
    const lists = [group.in(NO_NAMESPACE), group.in(own)];
    for (const bound of referrer.boundNamespaces) {
      const effective = bound || DEFAULT_NAMESPACE;
      if (effective !== own) {
        lists.push(group.in(effective).filter((candidate) => isServiceAccountIn(bound, candidate)));
      }
    }
    if (namespace === undefined) return lists;
    const isOrigin = this.#isOrigin(namespace, [NO_NAMESPACE, own, ...referrer.boundNamespaces]);
    return lists.map((list) =>
      list.filter(({ resource, originalNamespace }) =>
        (isOrigin ? originalNamespace : effectiveNamespace(resource.id)) === namespace
      )
    );
  }

  /** Whether a resource that is now in one of `namespaces` was originally in `origin`. */
  #isOrigin(origin: string, namespaces: Iterable<string>): boolean {
    for (const namespace of namespaces) {
      if (this.#origins.get(namespace)?.has(origin)) return true;
    }
    return false;
  }
}

/** Candidates for one name that have had the same kinds, and have the same group and version. */
class TypeGroup {
  readonly key: string;
  readonly all = new CandidateList();
  readonly #types: readonly Gvk[];
  readonly #byNamespace = new Map<string, CandidateList>();
  #byOrigin: Map<string, CandidateList> | undefined;

  constructor(key: string, types: readonly Gvk[]) {
    this.key = key;
    this.#types = types;
  }

  add(candidate: Candidate, namespace: string): void {
    this.all.add(candidate);
    addCandidate(this.#byNamespace, namespace, candidate);
  }

  isOf(wanted: readonly Partial<Gvk>[]): boolean {
    return wanted.every((selector) => this.#types.some((type) => gvkIsSelected(type, selector)));
  }

  /** Those currently in an effective namespace. */
  in(namespace: string): CandidateList {
    return this.#byNamespace.get(namespace) ?? new CandidateList();
  }

  /** Those originally in an effective namespace. */
  from(namespace: string): CandidateList {
    if (this.#byOrigin === undefined) {
      this.#byOrigin = new Map();
      for (const candidate of this.all.all) addCandidate(this.#byOrigin, candidate.originalNamespace, candidate);
    }
    return this.#byOrigin.get(namespace) ?? new CandidateList();
  }
}

function addCandidate(lists: Map<string, CandidateList>, key: string, candidate: Candidate): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, new CandidateList([candidate]));
  else list.add(candidate);
}

function isServiceAccountIn(namespace: string, { resource }: Candidate): boolean {
  return resource.kind === "ServiceAccount" && resource.namespace === namespace;
}

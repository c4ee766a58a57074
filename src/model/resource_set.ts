/** The resources of a build in order, indexed by every id that each has had. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import type { Growth } from "../diagnostics/source.ts";
import { IdIndex } from "./id_index.ts";
import { describeId, type ResId, resIdKey, resIdToString } from "./res_id.ts";
import { ResourceIndex } from "./resource_index.ts";
import { ownership, type Resource, type ResourceOwner } from "./resource.ts";
import type { Scopes } from "../schema/schema.ts";

export class ResourceSet implements ResourceOwner {
  #list: Resource[] = [];
  readonly #byCurrentId = new IdIndex((resource) => [resource.id]);
  readonly #byAnyId = new IdIndex((resource) => resource.allIds());
  /** Created on demand, and again after a resource has been added, removed or moved. */
  #index: ResourceIndex | undefined;
  #areIdsChecked = false;
  /** The scopes of kinds, which decide whether two ids are equal. */
  readonly scopes: Scopes;
  /** What transformers add, which the resources of a build share. */
  readonly growth: Growth;

  constructor(scopes: Scopes, growth: Growth = { nodes: 0, characters: 0 }) {
    this.scopes = scopes;
    this.growth = growth;
  }

  /** All resources in order. Do not change the array. */
  get resources(): readonly Resource[] {
    return this.#list;
  }

  get size(): number {
    return this.#list.length;
  }

  /** The resources by name and kind. Valid until a resource is added, removed or moved; follows changes of names. */
  get index(): ResourceIndex {
    return this.#index ??= new ResourceIndex(this.#list);
  }

  /** Adds a resource at the end. Fails if one with the same current id exists, naming both. */
  append(resource: Resource): void {
    ownership.set(resource, this);
    const clash = this.byCurrentId(resource)[0];
    if (clash !== undefined) failClash(resource, clash);
    this.#list.push(resource);
    this.#noteNew(resource);
  }

  appendAll(resources: Iterable<Resource>): void {
    for (const resource of resources) this.append(resource);
  }

  /** Replaces `old` with `resource`. */
  replace(old: Resource, resource: Resource): void {
    const index = this.#list.indexOf(old);
    if (index < 0) throw new Error(`${describeId(old.id)} is not in the set`);
    this.#list[index] = resource;
    ownership.set(old, undefined);
    ownership.set(resource, this);
    this.#noteNew(resource);
  }

  /** Keeps the resources for which `keep` is true, in order. */
  filter(keep: (resource: Resource) => boolean): void {
    this.#index = undefined;
    this.#list = this.#list.filter((resource) => {
      if (keep(resource)) return true;
      ownership.set(resource, undefined);
      return false;
    });
  }

  /** Goes back to an earlier list. */
  restore(earlier: readonly Resource[]): void {
    this.filter(() => false);
    this.#list = [...earlier];
    for (const resource of earlier) {
      ownership.set(resource, this);
      this.#noteNew(resource);
    }
  }

  /** @param sort Sorts the resources in place. */
  sort(sort: (resources: Resource[]) => void): void {
    this.#index = undefined;
    sort(this.#list);
  }

  /**
   * Fails if two resources have the same current id, naming both. Costs nothing if no id has changed since the last
   * check.
   */
  checkIds(): void {
    if (this.#areIdsChecked) return;
    const seen = new Map<string, Resource>();
    for (const resource of this.#list) {
      const key = resIdKey(resource.id);
      const clash = seen.get(key);
      if (clash !== undefined) failClash(resource, clash);
      seen.set(key, resource);
    }
    this.#areIdsChecked = true;
  }

  /**
   * The resources whose current id equals that of `resource` (by effective namespace), in order, including itself if it
   * is in the set.
   */
  byCurrentId(resource: Resource): Resource[] {
    return this.#inOrder(this.#byCurrentId.find(this.#idOf(resource)));
  }

  /** Those that have or had the current id of `resource`, in order. */
  byAnyId(resource: Resource): Resource[] {
    return this.#inOrder(this.#byAnyId.find(this.#idOf(resource)));
  }

  /** Forgets all ids, because the schema has new scopes of kinds. */
  scopesChanged(): void {
    for (const resource of this.#list) ownership.scopesChanged(resource);
  }

  /** Part of `ResourceOwner`; called by the resources. */
  idsChanged(resource: Resource): void {
    this.#areIdsChecked = false;
    this.#byCurrentId.changed(resource);
    this.#byAnyId.changed(resource);
    this.#index?.update(resource);
  }

  /** The id of a resource of this set, or the id that another one would have here. */
  #idOf(resource: Resource): ResId {
    const { id } = resource;
    return ownership.of(resource) === this ? id : { ...id, clusterScoped: this.scopes.isClusterScoped(id.gvk) };
  }

  /** Those of `found` that are in the set, in its order. */
  #inOrder(found: Resource[]): Resource[] {
    const own = found.filter((resource) => ownership.of(resource) === this);
    if (own.length < 2) return own;
    const wanted = new Set(own);
    return this.#list.filter((resource) => wanted.has(resource));
  }

  #noteNew(resource: Resource): void {
    this.#index = undefined;
    this.idsChanged(resource);
  }
}

function failClash(resource: Resource, clash: Resource): never {
  const patch = resource.history.renamedBy ?? clash.history.renamedBy;
  if (patch !== undefined) failClashByPatch(patch, resource, clash);
  const { place } = clash;
  const isSame = place !== undefined && place.source === resource.place?.source &&
    place.offset === resource.place.offset;
  fail("resource-conflict", `may not add resource with an already registered id: ${describeId(resource.id)}`, {
    place: resource.place,
    id: resIdToString(resource.id),
    notes: place === undefined || isSame ? [] : [{ message: "the other one is here", place }],
    hint: isSame
      ? "the same resource is included twice; remove one of the references to its file"
      : "resources of the same kind need different names or namespaces; remove one, or change it with a patch",
  });
}

function failClashByPatch(place: Place, resource: Resource, clash: Resource): never {
  fail("resource-conflict", `the patch would give two resources the same id: ${describeId(resource.id)}`, {
    place,
    id: resIdToString(resource.id),
    notes: [{ message: "one is here", place: clash.place }, {
      message: "the other one is here",
      place: resource.place,
    }],
    hint: "set another name in the patch, or narrow its target to one resource",
  });
}

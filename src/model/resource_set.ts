/** The resources of a build in order, with an index by every id that each has had. */

import { fail, placeDetails } from "../diagnostics/diagnostic.ts";
import { IdIndex } from "./id_index.ts";
import { describeId, type ResId, resIdKey, resIdToString } from "./res_id.ts";
import { ResourceIndex } from "./resource_index.ts";
import type { Resource, ResourceOwner } from "./resource.ts";

export class ResourceSet implements ResourceOwner {
  #list: Resource[] = [];
  readonly #byCurrentId = new IdIndex((resource) => [resource.id]);
  readonly #byAnyId = new IdIndex((resource) => resource.allIds());
  /** Made when asked for, and again after a resource has come, gone or moved. */
  #index: ResourceIndex | undefined;

  /** All resources in order. Do not change the array. */
  get resources(): readonly Resource[] {
    return this.#list;
  }

  get size(): number {
    return this.#list.length;
  }

  /** The resources by their names and kinds. Good until a resource comes, goes or moves; changes of names reach it. */
  get index(): ResourceIndex {
    return this.#index ??= new ResourceIndex(this.#list);
  }

  /** Adds at the end. Fails where a resource with the same current id is there, naming both. */
  append(resource: Resource): void {
    const clash = this.byCurrentId(resource.id)[0];
    if (clash !== undefined) failOnClash(resource, clash);
    this.#list.push(resource);
    this.#adopt(resource);
  }

  appendAll(resources: Iterable<Resource>): void {
    for (const resource of resources) this.append(resource);
  }

  /** Puts `resource` in the place of `old`. */
  replace(old: Resource, resource: Resource): void {
    const index = this.#list.indexOf(old);
    if (index < 0) throw new Error(`${describeId(old.id)} is not in the set`);
    this.#list[index] = resource;
    old.owner = undefined;
    this.#adopt(resource);
  }

  /** Keeps those for which `keep` is true, in order. */
  filter(keep: (resource: Resource) => boolean): void {
    this.#index = undefined;
    this.#list = this.#list.filter((resource) => {
      if (keep(resource)) return true;
      resource.owner = undefined;
      return false;
    });
  }

  /** Puts the resources into the order that `compare` gives; equal ones keep theirs. */
  sort(compare: (a: Resource, b: Resource) => number): void {
    this.#index = undefined;
    this.#list.sort(compare);
  }

  /** Fails where two resources have come to the same current id, naming both. */
  checkIds(): void {
    const seen = new Map<string, Resource>();
    for (const resource of this.#list) {
      const key = resIdKey(resource.id);
      const clash = seen.get(key);
      if (clash !== undefined) failOnClash(resource, clash);
      seen.set(key, resource);
    }
  }

  /** Those whose id of now equals `id` (namespaces compared as effective ones), in order. */
  byCurrentId(id: ResId): Resource[] {
    return this.#inOrder(this.#byCurrentId.find(id));
  }

  /** Those that have or had `id`, in order. */
  byAnyId(id: ResId): Resource[] {
    return this.#inOrder(this.#byAnyId.find(id));
  }

  /** Part of `ResourceOwner`; called by the resources. */
  identityChanged(resource: Resource): void {
    this.#byCurrentId.changed(resource);
    this.#byAnyId.changed(resource);
    this.#index?.update(resource);
  }

  /** Those of `found` that are in the set, in its order. */
  #inOrder(found: Resource[]): Resource[] {
    const own = found.filter((resource) => resource.owner === this);
    if (own.length < 2) return own;
    const wanted = new Set(own);
    return this.#list.filter((resource) => wanted.has(resource));
  }

  #adopt(resource: Resource): void {
    resource.owner = this;
    this.#index = undefined;
    this.identityChanged(resource);
  }
}

function failOnClash(resource: Resource, clash: Resource): never {
  const { place } = clash;
  const isSame = place !== undefined && place.source === resource.place?.source &&
    place.offset === resource.place.offset;
  fail("resource-conflict", `may not add resource with an already registered id: ${describeId(resource.id)}`, {
    ...placeDetails(resource.place),
    id: resIdToString(resource.id),
    notes: place === undefined || isSame ? [] : [{ message: "the other one is here", place }],
    hint: isSame
      ? "two ways lead to this resource, and nothing on them makes its name or namespace differ; drop one of them"
      : "two resources of one kind need different names or namespaces; drop one, or use a patch to change it",
  });
}

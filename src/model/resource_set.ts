/** The resources of a build in order, with an index by every id that each has had. */

import { fail, type Note } from "../diagnostics/diagnostic.ts";
import { type ResId, resIdEquals, resIdKey, resIdToString } from "./res_id.ts";
import type { Resource, ResourceOwner } from "./resource.ts";

export class ResourceSet implements ResourceOwner {
  #list: Resource[] = [];
  /**
   * Under each id's key, the resources that have or had that id. Keys of ids that a resource lost by an edit of its node
   * stay behind, so a lookup checks what it finds: adding is then all that a change of identity costs.
   */
  readonly #byId = new Map<string, Set<Resource>>();

  /** All resources in order. Do not change the array. */
  get resources(): readonly Resource[] {
    return this.#list;
  }

  get size(): number {
    return this.#list.length;
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
    if (index < 0) throw new Error(`${resIdToString(old.id)} is not in the set`);
    this.#list[index] = resource;
    old.owner = undefined;
    this.#adopt(resource);
  }

  /** Keeps those for which `keep` is true, in order. */
  filter(keep: (resource: Resource) => boolean): void {
    this.#list = this.#list.filter((resource) => {
      if (keep(resource)) return true;
      resource.owner = undefined;
      return false;
    });
  }

  /** Puts the resources into the order that `compare` gives; equal ones keep theirs. */
  sort(compare: (a: Resource, b: Resource) => number): void {
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
    return this.#find(id, (resource) => resIdEquals(resource.id, id));
  }

  /** Those that have or had `id`, in order. */
  byAnyId(id: ResId): Resource[] {
    return this.#find(id, (resource) => resource.allIds().some((any) => resIdEquals(any, id)));
  }

  /** Part of `ResourceOwner`; called by the resources. */
  identityChanged(resource: Resource): void {
    this.#index(resource);
  }

  #find(id: ResId, fits: (resource: Resource) => boolean): Resource[] {
    const found: Resource[] = [];
    for (const resource of this.#byId.get(resIdKey(id)) ?? []) {
      if (resource.owner === this && fits(resource)) found.push(resource);
    }
    if (found.length < 2) return found;
    const wanted = new Set(found);
    return this.#list.filter((resource) => wanted.has(resource));
  }

  #adopt(resource: Resource): void {
    resource.owner = this;
    this.#index(resource);
  }

  #index(resource: Resource): void {
    for (const id of resource.allIds()) {
      const key = resIdKey(id);
      const holders = this.#byId.get(key);
      if (holders === undefined) this.#byId.set(key, new Set([resource]));
      else holders.add(resource);
    }
  }
}

function failOnClash(resource: Resource, clash: Resource): never {
  const notes: Note[] = [];
  if (clash.place !== undefined) notes.push({ message: "the other one is here", place: clash.place });
  fail("resource-conflict", `may not add resource with an already registered id: ${resIdToString(resource.id)}`, {
    ...(resource.place === undefined ? {} : { place: resource.place }),
    notes,
    hint: "two resources of one kind need different names or namespaces; drop one, or use a patch to change it",
  });
}

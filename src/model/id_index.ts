/** Finds resources by id. Resources are indexed on lookup, so that one that changes many times is indexed once. */

import { type ResId, resIdEquals, resIdKey } from "./res_id.ts";
import type { Resource } from "./resource.ts";

/** The ids under which a resource is found. */
type IdsOf = (resource: Resource) => readonly ResId[];

export class IdIndex {
  readonly #idsOf: IdsOf;
  /** Ids that a resource has lost are not removed, so lookups check the results. */
  readonly #byKey = new Map<string, Resource | Set<Resource>>();
  readonly #changed = new Set<Resource>();

  constructor(idsOf: IdsOf) {
    this.#idsOf = idsOf;
  }

  /** Marks a resource as new, or as having new ids. */
  changed(resource: Resource): void {
    this.#changed.add(resource);
  }

  /**
   * The resources with an id equal to `id`, in the order in which they got it; may include resources that have left.
   */
  find(id: ResId): Resource[] {
    this.#update();
    const found = this.#byKey.get(resIdKey(id));
    if (found === undefined) return [];
    const holders = found instanceof Set ? [...found] : [found];
    return holders.filter((resource) => this.#idsOf(resource).some((other) => resIdEquals(other, id)));
  }

  #update(): void {
    for (const resource of this.#changed) {
      for (const id of this.#idsOf(resource)) this.#add(resIdKey(id), resource);
    }
    this.#changed.clear();
  }

  #add(key: string, resource: Resource): void {
    const found = this.#byKey.get(key);
    if (found === undefined) this.#byKey.set(key, resource);
    else if (found instanceof Set) found.add(resource);
    else if (found !== resource) this.#byKey.set(key, new Set([found, resource]));
  }
}

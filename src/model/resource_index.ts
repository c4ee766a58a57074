/** Finds resources by the names and kinds that they have or had, so that a search need not visit all of them. */

import { addToSet } from "../text/multimap.ts";
import type { Resource } from "./resource.ts";
import type { CompiledSelector } from "./selector.ts";

export class ResourceIndex {
  readonly #all: readonly Resource[];
  readonly #positions = new Map<Resource, number>();
  readonly #byName = new Map<string, Set<Resource>>();
  readonly #byKind = new Map<string, Set<Resource>>();
  /** Resources that are not indexed yet: indexing waits for a lookup. */
  readonly #changed: Set<Resource>;

  constructor(resources: readonly Resource[]) {
    this.#all = resources;
    resources.forEach((resource, position) => this.#positions.set(resource, position));
    this.#changed = new Set(resources);
  }

  /** All resources in order. */
  get all(): readonly Resource[] {
    return this.#all;
  }

  /** Marks a resource as having a new name or kind. Old ones stay in the index, so callers check the candidates. */
  update(resource: Resource): void {
    this.#changed.add(resource);
  }

  /** A superset of the resources that have or had this name and kind, in order; undefined matches any. */
  candidates({ onlyName, onlyKind }: Pick<CompiledSelector, "onlyName" | "onlyKind">): readonly Resource[] {
    if (onlyName !== undefined) return this.#lookUp(this.#byName, onlyName);
    if (onlyKind !== undefined) return this.#lookUp(this.#byKind, onlyKind);
    return this.#all;
  }

  #lookUp(index: Map<string, Set<Resource>>, key: string): Resource[] {
    this.#takeChanges();
    return [...index.get(key) ?? []].sort((a, b) => this.#positions.get(a)! - this.#positions.get(b)!);
  }

  #takeChanges(): void {
    for (const resource of this.#changed) {
      for (const { name, gvk } of resource.allIds()) {
        addToSet(this.#byName, name, resource);
        addToSet(this.#byKind, gvk.kind, resource);
      }
    }
    this.#changed.clear();
  }
}

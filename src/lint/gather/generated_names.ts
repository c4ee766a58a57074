/** Finds ConfigMaps and Secrets of an output, and the names of generated ones before they got their hash. */

import { effectiveNamespace } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";

export type DataKind = "ConfigMap" | "Secret";

export class DataObjects {
  readonly #byId = new Map<string, Resource>();
  /** Those with a hash, by each name before that. */
  readonly #hashed = new Map<string, Resource[]>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      if (resource.gvk.group !== "") continue;
      this.#byId.set(idKey(resource.kind, effectiveNamespace(resource.id), resource.name), resource);
      if (!resource.history.needsHash) continue;
      for (const name of new Set(resource.history.previousIds.map((id) => id.name))) {
        this.#hashed.set(name, [...this.#hashed.get(name) ?? [], resource]);
      }
    }
  }

  get hasHashed(): boolean {
    return this.#hashed.size > 0;
  }

  /** The object with this name in the namespace of `referrer`. */
  named(kind: DataKind, name: string, referrer: Resource): Resource | undefined {
    return this.#byId.get(idKey(kind, effectiveNamespace(referrer.id), name));
  }

  /** A generated object that had this name before it got its hash. */
  hashed(kind: DataKind, name: string): Resource | undefined {
    return this.#hashed.get(name)?.find((resource) => resource.kind === kind);
  }

  /** The names of generated objects before they got their hashes. */
  *namesBefore(kind: DataKind): Iterable<[name: string, resource: Resource]> {
    for (const [name, resources] of this.#hashed) {
      const resource = resources.find((one) => one.kind === kind);
      if (resource !== undefined) yield [name, resource];
    }
  }
}

function idKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

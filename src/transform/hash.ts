/** Appends a hash of the content to the names of generated resources. */

import { HASHED_BY_CONTENT, nameHash } from "../generate/name_hash.ts";
import { pointingAt } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { storePreviousId } from "../history/store_previous_id.ts";

/** The hash of kinds other than ConfigMap and Secret. */
export type OtherHash = (resource: Resource) => string;

/** Whether `addHashes` needs an `OtherHash`. */
export function needsOtherHash({ resources }: ResourceSet): boolean {
  return resources.some((resource) => resource.history.needsHash && !HASHED_BY_CONTENT.has(resource.kind));
}

export function addHashes(set: ResourceSet, otherHash?: OtherHash): void {
  for (const resource of set.resources) {
    if (!resource.history.needsHash) continue;
    try {
      const hash = nameHash(resource.node) ?? otherHash?.(resource);
      storePreviousId(resource);
      resource.name = `${resource.name}-${hash}`;
    } catch (error) {
      throw pointingAt(resource, error);
    }
  }
}

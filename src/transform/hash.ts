/** Appends a hash of the content to the names of generated resources. */

import { nameHash } from "../generate/name_hash.ts";
import { pointingAt } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { TransformerKind } from "./transform.ts";
import { storePreviousId } from "../model/store_previous_id.ts";

export const hashTransformer: TransformerKind = { configure: () => addHashes };

export function addHashes(set: ResourceSet): void {
  for (const resource of set.resources) {
    if (!resource.history.needsHash) continue;
    const hash = hashOf(resource);
    storePreviousId(resource);
    resource.name = `${resource.name}-${hash}`;
  }
}

function hashOf(resource: Resource): string {
  try {
    return nameHash(resource.node);
  } catch (error) {
    throw pointingAt(resource, error);
  }
}

/** The names of generated ConfigMaps and Secrets without their hash. */

import { nameHash } from "../generate/name_hash.ts";
import type { Resource } from "../model/resource.ts";

/** The characters that hashes are made of. */
export const HASH = "[2456789bcdfghkmt]{10}";

const HASHED_NAME = new RegExp(`^(.+)-(${HASH})$`);

/**
 * The name without the hash: from the resource's history, or, for a resource from rendered manifests, without the last
 * part if that is the hash of its content.
 */
export function unhashedName(resource: Resource): string {
  const { history, name } = resource;
  const last = history.previousIds.at(-1);
  if (history.needsHash && last !== undefined) return last.name;
  const [, base, hash] = matchHash(resource) ?? [];
  return base !== undefined && hash === nameHash(resource.node) ? base : name;
}

/** The name without a part that looks like a hash; undefined if there is none. */
export function guessedUnhashedName(resource: Resource): string | undefined {
  return matchHash(resource)?.[1];
}

function matchHash({ kind, name }: Resource): RegExpExecArray | null {
  return kind === "ConfigMap" || kind === "Secret" ? HASHED_NAME.exec(name) : null;
}

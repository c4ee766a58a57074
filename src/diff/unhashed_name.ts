/** The names of generated ConfigMaps and Secrets without their hash. */

import { nameHash } from "../generate/name_hash.ts";
import type { Resource } from "../model/resource.ts";

/** The characters that hashes are made of. */
export const HASH = "[2456789bcdfghkmt]{10}";

const HASHED_NAME = new RegExp(`^(.+)-(${HASH})$`);

/**
 * The name before the hash. The resource's history has it; of a resource that was read from rendered manifests, the
 * last part of the name is a hash if it is that of the contents.
 */
export function unhashedName(resource: Resource): string {
  const { history, name } = resource;
  const last = history.previousIds.at(-1);
  if (history.needsHash && last !== undefined) return last.name;
  const [, base, hash] = matchHash(resource) ?? [];
  return base !== undefined && hash === nameHash(resource.node) ? base : name;
}

/** The name without what looks like a hash; undefined if nothing does. */
export function guessedUnhashedName(resource: Resource): string | undefined {
  return matchHash(resource)?.[1];
}

function matchHash({ kind, name }: Resource): RegExpExecArray | null {
  return kind === "ConfigMap" || kind === "Secret" ? HASHED_NAME.exec(name) : null;
}

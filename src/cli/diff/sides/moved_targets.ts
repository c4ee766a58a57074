/** Finds targets whose folder was renamed, so that their resources are paired instead of removed and added. */

import { unhashedName } from "../../../diff/unhashed_name.ts";
import { addToList } from "../../../text/multimap.ts";
import { baseName } from "../../../text/paths.ts";
import type { Side } from "./side.ts";

/** A target that only one side has. */
export interface OneSided {
  target: string;
  side: Side;
}

/** The former paths of targets. */
export interface MovedTargets {
  /** The former path of a target that only the new side has. */
  from(target: string): OneSided | undefined;
  /** Whether an old target still exists under a different path. */
  isGone(target: string): boolean;
}

/** Targets are the same if their resources are; if several have the same resources, their folder's name decides. */
export async function movedTargets(gone: readonly OneSided[], added: readonly OneSided[]): Promise<MovedTargets> {
  const moved = new Map<string, OneSided>();
  const isGone = (target: string) => [...moved.values()].some((one) => one.target === target);
  if (gone.length > 0 && added.length > 0) {
    const before = await Promise.all(gone.map(withResources));
    const after = await Promise.all(added.map(withResources));
    for (const keyOf of [byFolder, ({ resources }: Built) => resources]) {
      const known = byKey(before.filter(({ target, resources }) => resources !== "" && !isGone(target)), keyOf);
      for (const [key, those] of byKey(after.filter(({ target }) => !moved.has(target)), keyOf)) {
        const [one, ...others] = known.get(key) ?? [];
        if (one !== undefined && others.length === 0 && those.length === 1) moved.set(those[0]!.target, one);
      }
    }
  }
  return { from: (target) => moved.get(target), isGone };
}

interface Built extends OneSided {
  /** The ids of the resources; "" if there are none, or the target does not build. */
  resources: string;
}

function byFolder({ resources, target }: Built): string {
  return `${resources}\n${baseName(target)}`;
}

function byKey(targets: readonly Built[], keyOf: (one: Built) => string): Map<string, Built[]> {
  const found = new Map<string, Built[]>();
  for (const one of targets) addToList(found, keyOf(one), one);
  return found;
}

async function withResources(one: OneSided): Promise<Built> {
  const { resources } = await one.side.build();
  const ids = resources.map((resource) => [resource.kind, resource.namespace, unhashedName(resource)].join("/"));
  return { ...one, resources: ids.sort().join("\n") };
}

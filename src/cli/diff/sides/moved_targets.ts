/** Targets whose folder was renamed: their resources are paired, instead of all being removed and added. */

import { unhashedName } from "../../../diff/unhashed_name.ts";
import { addToList } from "../../../text/multimap.ts";
import { baseName } from "../../../text/paths.ts";
import type { Side } from "./side.ts";

/** A target that only one side has. */
export interface OneSided {
  target: string;
  side: Side;
}

/** Where targets were before. */
export interface MovedTargets {
  /** The old target of one that only the new side has. */
  from(target: string): OneSided | undefined;
  /** Whether an old target still exists under another path. */
  isGone(target: string): boolean;
}

/** A target is the same by its resources, and by its folder's name too if several have the same. */
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

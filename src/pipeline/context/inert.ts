/**
 * Kustomizations that add nothing and change nothing: they only list others of their kind. Diamonds of them have a
 * number of paths that doubles with each level, so each is built once. Where anything is added or changed, a base is
 * built once for each path to it: its resources then have different names, or the build fails.
 */

import { scalarText } from "../../yaml/tree/node.ts";
import type { Target } from "./target.ts";

const FIELDS = ["apiVersion", "kind", "resources", "components"];

/** Whether a kustomization, when it was built before, has proved to be inert. */
export function isInert({ build: { inert }, loader }: Target): boolean {
  // A root that contains one that is being built now, but was not then, is a cycle.
  return inert.has(loader.root) && loader.containingRepo === undefined && !loader.isBeingBuiltIn(inert);
}

/** To be called once a kustomization is built. */
export function noteIfInert({ build, loader, kustomization: { node, resources, components } }: Target): void {
  // Observers are told of each path.
  if (build.observer !== undefined || loader.observer !== undefined || loader.containingRepo !== undefined) return;
  if (!node.entries.every(({ key }) => FIELDS.includes(scalarText(key)))) return;
  const isKnown = (path: string) => {
    const root = loader.rootOf(path);
    return root !== undefined && build.inert.has(root);
  };
  if ([...resources, ...components].every(({ value }) => isKnown(value))) build.inert.add(loader.root);
}

/**
 * Kustomizations that add nothing and change nothing: they only list others of their kind. Diamonds of them have a
 * number of paths that doubles with each level, so each is built once. Where anything is added or changed, a base is
 * built once for each path to it: its resources then have different names, or the build fails.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Text } from "../../kustomization/types.ts";
import { scalarText } from "../../yaml/tree/node.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { Build, Target } from "./target.ts";

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

const MAX_ENTERED = 50_000;

/** To be called before a base or component is entered by `text`. Fails with `too-large` if there are too many. */
export function countEntered(build: Pick<Build, "entered">, { value, node }: Text): void {
  if (++build.entered <= MAX_ENTERED) return;
  fail("too-large", `'${value}' is more than the ${MAX_ENTERED} bases and components that a build may enter`, {
    ...atPlace(node),
    hint: "a base counts once for each path to it: name each in one place, and not in several of its users",
  });
}

/** What the change of a resource does to the cluster. */

import type { Effect, ResourceChange } from "../report.ts";
import { immutableFields } from "./immutable.ts";
import { changedImages, removed, renamed, scaledToZero } from "./objects.ts";
import { replacedPods } from "./pods.ts";
import { widerPermissions } from "./rbac.ts";

const RULES = [replacedPods, immutableFields, removed, renamed, scaledToZero, widerPermissions, changedImages];

export function effectsOf(change: ResourceChange): Effect[] {
  return RULES.flatMap((rule) => [...rule(change)]);
}

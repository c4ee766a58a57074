/** Finds the resources that a patch changes: the one with its own id, or those that its target selects. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { describeFullId, resIdToString } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import { compileSelector, type Selector } from "../../model/selector.ts";
import { meantResources, notesOf } from "../../model/suggestions.ts";

const NONE: ReadonlySet<Resource> = new Set();

/**
 * The resource that has, or once had, the id of `patch`. Throws `no-match`, naming the nearest ones, and
 * `ambiguous-target`.
 *
 * @param gone Resources that earlier patches have deleted, but that are still in the set.
 */
export function findTarget(set: ResourceSet, patch: Resource, gone: ReadonlySet<Resource> = NONE): Resource {
  const found = set.byAnyId(patch).filter((resource) => !gone.has(resource));
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  const id = describeFullId(patch.id);
  const place = { place: patch.place };
  if (second !== undefined) {
    fail("ambiguous-target", `the patch for ${id} matches several resources`, {
      ...place,
      id: resIdToString(patch.id),
      notes: notesOf(found),
      hint: "add a namespace to the patch, or select its targets with 'target'",
    });
  }
  const left = set.resources.filter((resource) => !gone.has(resource));
  fail("no-match", `no resource matches the patch for ${id}`, {
    ...place,
    id: resIdToString(patch.id),
    ...meantResources(patch, left, "a patch must have the kind, API version, name and namespace of its target"),
  });
}

/** The resources that a target selects, in order. */
export function selectTargets(set: ResourceSet, target: Selector): Resource[] {
  const selector = compileSelector(target);
  return set.index.candidates(selector).filter((resource) => selector.selects(resource));
}

/** Finds the one resource that a patch without a target means. */

import { fail, type Note } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { resIdToString } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";

/**
 * The resource that has, or once had, the id of `patch`. Throws `no-match` where there is none, naming those that come near,
 * and `several-matches`.
 *
 * @param gone Resources that earlier patches have deleted.
 */
export function findTarget(set: ResourceSet, patch: Resource, gone: ReadonlySet<Resource>): Resource {
  const found = set.byAnyId(patch.id).filter((resource) => !gone.has(resource));
  if (found.length === 1) return found[0]!;
  const id = resIdToString(patch.id);
  const place = patch.place === undefined ? {} : { place: patch.place };
  if (found.length > 1) {
    fail("several-matches", `the patch for ${id} fits several resources`, {
      ...place,
      notes: found.map((resource) => noteOf(resource)),
      hint: "give the patch a namespace, or choose its targets by `target`",
    });
  }
  const candidates = candidatesFor(patch, set.resources.filter((resource) => !gone.has(resource)));
  fail("no-match", `no resource matches the patch for ${id}`, {
    ...place,
    notes: candidates.map((resource) => noteOf(resource)),
    ...(candidates.length > 0
      ? {}
      : { hint: "a patch must have the kind, API version, name and namespace of its target" }),
  });
}

const MAX_CANDIDATES = 5;

/** Resources of the same kind and name, else those of the kind with the nearest name. */
function candidatesFor({ kind, name }: Resource, resources: readonly Resource[]): Resource[] {
  const sameName = resources.filter((resource) => resource.kind === kind && namesOf(resource).includes(name));
  if (sameName.length > 0) return sameName.slice(0, MAX_CANDIDATES);
  const sameKind = resources.filter((resource) => resource.kind === kind);
  const near = nearest(name, sameKind.flatMap(namesOf));
  const named = sameKind.filter((resource) => near !== undefined && namesOf(resource).includes(near));
  return (named.length > 0 ? named : sameKind).slice(0, MAX_CANDIDATES);
}

function namesOf(resource: Resource): string[] {
  return resource.allIds().map(({ name }) => name);
}

function noteOf(resource: Resource): Note {
  const now = resIdToString(resource.id);
  const first = resIdToString(resource.originalId);
  const message = now === first ? `there is ${now}` : `there is ${now}, once ${first}`;
  return resource.place === undefined ? { message } : { message, place: resource.place };
}

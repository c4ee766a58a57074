/** Brings what a function or plugin wrote into the build. */

import { fail } from "../diagnostics/diagnostic.ts";
import { takeHistory } from "../history/build_annotations.ts";
import { describeId, resIdKey } from "../model/res_id.ts";
import type { Behavior, Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { parseGoBool } from "../text/go_bool.ts";
import { atPlace } from "../yaml/tree/node.ts";

const ID = "kustomize.config.k8s.io/id";
const NEEDS_HASH = "kustomize.config.k8s.io/needs-hash";
const BEHAVIOR = "kustomize.config.k8s.io/behavior";

/** Traces of the way to the function and back; a later function is given new ones. */
const TRACES = [ID, "config.kubernetes.io/index", "internal.config.kubernetes.io/index"]
  .concat("internal.config.kubernetes.io/annotations-migration-resource-id")
  .concat("internal.config.kubernetes.io/id", "config.k8s.io/id");

/** Resources that a generator wrote. Their own annotations say whether they want a hash, and how they meet others. */
export function takeGenerated(resources: Resource[]): Resource[] {
  for (const resource of resources) {
    const { annotations } = resource;
    const behavior = annotations.get(BEHAVIOR) ?? "";
    const needsHash = flagOf(resource, annotations.get(NEEDS_HASH));
    for (const name of [NEEDS_HASH, BEHAVIOR, ...TRACES]) annotations.delete(name);
    resource.annotations = annotations;
    takeHistory(resource);
    if (needsHash) resource.history.needsHash = true;
    resource.history.behavior = isBehavior(behavior) ? behavior : "unspecified";
  }
  return resources;
}

/**
 * Resources that a transformer wrote: those whose id is in `set` take the old one's place, others are added, and what was not
 * written is gone.
 */
export function takeTransformed(resources: Resource[], set: ResourceSet, plugin: string): void {
  const written = new Set<string>();
  for (const resource of resources) {
    const { annotations } = resource;
    for (const name of TRACES) annotations.delete(name);
    resource.annotations = annotations;
    takeHistory(resource);
    const [old] = set.byCurrentId(resource);
    if (old === undefined) set.append(resource);
    else if (written.has(resIdKey(old.id))) failOnDuplicate(resource, plugin);
    else set.replace(old, resource);
    written.add(resIdKey(resource.id));
  }
  set.filter((resource) => written.has(resIdKey(resource.id)));
}

function flagOf(resource: Resource, text: string | undefined): boolean {
  const value = text === undefined ? false : parseGoBool(text);
  if (value !== undefined) return value;
  fail("invalid-value", `the annotation "${NEEDS_HASH}" contains an invalid value ("${text}")`, {
    ...atPlace(resource.node),
    hint: "write true or false",
  });
}

function isBehavior(text: string): text is Behavior {
  return text === "create" || text === "merge" || text === "replace";
}

function failOnDuplicate(resource: Resource, plugin: string): never {
  fail(
    "resource-conflict",
    `plugin ${plugin} generated duplicate resource: ${describeId(resource.id)}`,
    atPlace(resource.node),
  );
}

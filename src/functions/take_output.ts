/** Adds the output of a function or plugin to the build. */

import { fail } from "../diagnostics/diagnostic.ts";
import { stripTraces } from "../history/function_annotations.ts";
import { takeHistory } from "../history/history_annotations.ts";
import { behaviorOf } from "../model/history.ts";
import { describeId, resIdKey } from "../model/res_id.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { parseGoBool } from "../text/go_values.ts";
import { atPlace } from "../yaml/tree/place.ts";

/** Asks for a name suffix hash. */
export const NEEDS_HASH = "kustomize.config.k8s.io/needs-hash";
const BEHAVIOR = "kustomize.config.k8s.io/behavior";

/** Resources from a generator. Their own annotations determine hash and behavior. */
export function takeGenerated(resources: Resource[]): Resource[] {
  for (const resource of resources) {
    const annotations = resource.annotations();
    const behavior = behaviorOf(annotations.get(BEHAVIOR) ?? "");
    const isAsked = flagOf(resource, annotations.get(NEEDS_HASH));
    resource.rewriteAnnotations((annotations) => {
      stripTraces(annotations);
      for (const name of [NEEDS_HASH, BEHAVIOR]) annotations.delete(name);
    });
    takeHistory(resource);
    const needsHash = isAsked || resource.history.needsHash;
    updateHistory(resource, { behavior, needsHash, steps: needsHash ? [] : undefined });
  }
  return resources;
}

/**
 * Resources from a transformer: those with an id in `set` replace the old ones, others are added, and missing ones are
 * removed.
 */
export function takeTransformed(resources: Resource[], set: ResourceSet, plugin: string): void {
  const written = new Set<string>();
  for (const resource of resources) {
    resource.rewriteAnnotations(stripTraces);
    takeHistory(resource);
    const { history } = resource;
    if (history.needsHash && !history.isConverted) updateHistory(resource, { ...history, steps: [] });
    const [old] = set.byCurrentId(resource);
    if (old === undefined) set.append(resource);
    else if (written.has(resIdKey(old.id))) failDuplicate(resource, plugin);
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

function failDuplicate(resource: Resource, plugin: string): never {
  fail(
    "resource-conflict",
    `plugin ${plugin} generated duplicate resource: ${describeId(resource.id)}`,
    atPlace(resource.node),
  );
}

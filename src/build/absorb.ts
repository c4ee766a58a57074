/** Adding generated resources: each is new, or replaces or merges with one that is there. */

import { fail, type Note } from "../diagnostics/diagnostic.ts";
import { resIdToString } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { atPlace, Mapping, type Node, Scalar, stringScalar } from "../yaml/node.ts";

/** Adds each resource by its behavior. `origin` is where the generator stands, for messages. */
export function absorb(set: ResourceSet, resources: Iterable<Resource>, origin: Node | undefined): void {
  for (const resource of resources) absorbOne(set, resource, origin);
}

function absorbOne(set: ResourceSet, resource: Resource, origin: Node | undefined): void {
  const { behavior } = resource.history;
  const replaces = behavior === "merge" || behavior === "replace";
  const [old, second] = set.byAnyId(resource.id);
  if (old === undefined) {
    if (replaces) failNothingTo(behavior, set, resource, origin);
    return set.append(resource);
  }
  if (second !== undefined) failAmbiguous(set, resource, origin);
  if (!replaces) failExists(resource, old, origin);
  takeMetadata(resource, old);
  if (behavior === "merge") {
    mergeData(resource, old, "data");
    mergeData(resource, old, "binaryData");
  }
  set.replace(old, resource);
}

/**
 * Labels and annotations of both, the new ones winning; name, namespace and history of the old one. A hash is wanted only
 * where both want one, and the place of origin is the new one's unless the two are merged.
 */
function takeMetadata(resource: Resource, old: Resource): void {
  const { history } = resource;
  resource.labels = new Map([...old.labels, ...resource.labels]);
  resource.annotations = new Map([...old.annotations, ...resource.annotations]);
  resource.name = old.name;
  resource.namespace = old.namespace;
  resource.history = {
    ...old.history,
    needsHash: old.history.needsHash && history.needsHash,
    origin: history.behavior === "merge" ? old.history.origin ?? history.origin : history.origin ?? old.history.origin,
  };
  resource.identityChanged();
}

/** The old pairs with the new ones over them, all as text. */
function mergeData(resource: Resource, old: Resource, field: "data" | "binaryData"): void {
  const merged = new Map([...textPairs(old.node.get(field)), ...textPairs(resource.node.get(field))]);
  if (merged.size === 0) {
    resource.node.delete(field);
    return;
  }
  const entries = [...merged].map(([key, value]) => ({ key: new Scalar(key), value }));
  resource.node.set(field, new Mapping(entries));
}

function textPairs(data: Node | undefined): [key: string, value: Scalar][] {
  if (data?.kind !== "mapping") return [];
  return data.entries.map(({ key, value }) => {
    return [key.kind === "scalar" ? key.value : "", stringScalar(value.kind === "scalar" ? value.value : "")];
  });
}

function failNothingTo(behavior: string, set: ResourceSet, resource: Resource, origin: Node | undefined): never {
  const { kind } = resource;
  const names = set.resources.filter((other) => other.kind === kind).map((other) => other.originalId.name);
  fail("no-match", `there is no ${resIdToString(resource.id)} to ${behavior} with`, {
    ...atPlace(origin),
    hint: names.length === 0
      ? "use behavior 'create', or name the base that has it under 'resources'"
      : `candidates: ${[...new Set(names)].slice(0, 10).join(", ")}`,
  });
}

function failAmbiguous(set: ResourceSet, resource: Resource, origin: Node | undefined): never {
  const notes: Note[] = set.byAnyId(resource.id).map((match) => {
    return {
      message: `${resIdToString(match.id)} is one`,
      ...(match.place === undefined ? {} : { place: match.place }),
    };
  });
  fail("ambiguous", `several resources could take ${resIdToString(resource.id)}`, { ...atPlace(origin), notes });
}

function failExists(resource: Resource, old: Resource, origin: Node | undefined): never {
  const notes: Note[] = old.place === undefined ? [] : [{ message: "the other one is here", place: old.place }];
  fail("resource-conflict", `${resIdToString(resource.id)} exists already`, {
    ...atPlace(origin),
    notes,
    hint: "add 'behavior: merge' or 'behavior: replace'",
  });
}

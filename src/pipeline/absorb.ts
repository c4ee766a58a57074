/** Adds a generated resource, which is new, or replaces an existing one, or is merged with it. */

import type { Compat } from "../compat/compat.ts";
import { fail, type Note } from "../diagnostics/diagnostic.ts";
import { didYouMean, nearestOrAll } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { describeId } from "../model/res_id.ts";
import { type Behavior, BEHAVIORS } from "../model/history.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import { type Entry, Mapping, type Node, Scalar, scalarText } from "../yaml/tree/node.ts";
import { compareCodePoints } from "../text/compare.ts";
import { newText } from "../yaml/read/new_text.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { firstEntries } from "../yaml/value/unique_keys.ts";
import { foldStringData } from "./string_data.ts";

const MAX_CANDIDATES = 10;

/** Adds a resource by its behavior. `origin` is the node of the generator, for messages. */
export function absorb(set: ResourceSet, resource: Resource, origin: Node | undefined, compat: Compat): void {
  const { behavior } = resource.history;
  const replaces = behavior === "merge" || behavior === "replace";
  const [old, second] = set.byAnyId(resource);
  if (old === undefined) {
    if (replaces) failMissingTarget(behavior, set, resource, origin);
    return set.append(resource);
  }
  if (second !== undefined) failAmbiguous(set, resource, origin);
  if (!replaces) failExists(resource, old, origin);
  if (old.kind !== resource.kind) failOtherKind(behavior, resource, old, origin);
  takeMetadata(resource, old);
  if (behavior === "merge") {
    if (isCoreSecret(resource) && compat.has("merges-string-data")) foldStringData(old.node);
    mergeData(resource, old, "data");
    mergeData(resource, old, "binaryData");
  }
  set.replace(old, resource);
}

function isCoreSecret({ apiVersion, kind }: Resource): boolean {
  return kind === "Secret" && apiVersion === "v1";
}

/**
 * Merges labels and annotations, with the new ones taking precedence; keeps name, namespace and history of the old
 * resource. The name gets a hash only if both request one. The place becomes the new one's unless the two are merged.
 */
function takeMetadata(resource: Resource, old: Resource): void {
  const own = { ...resource.history };
  const shared = old.history;
  resource.rewriteLabels((labels) => addMissing(labels, old.labels()));
  resource.rewriteAnnotations((annotations) => addMissing(annotations, old.annotations()));
  const needsHash = shared.needsHash && own.needsHash;
  const origin = own.origin ?? shared.origin;
  updateHistory(resource, { ...shared, needsHash, origin, steps: needsHash ? [] : undefined });
  resource.name = old.name;
  resource.namespace = old.namespace;
  if (own.behavior === "merge" && shared.origin !== undefined) updateHistory(resource, { origin: shared.origin });
}

function addMissing<T>(to: Map<string, T>, from: ReadonlyMap<string, T>): void {
  for (const [key, value] of from) if (!to.has(key)) to.set(key, value);
}

/** The old pairs, overwritten by the new ones, all as text; a null is an empty text. */
function mergeData(resource: Resource, old: Resource, field: "data" | "binaryData"): void {
  const merged = textValues(resource.node.get(field));
  addMissing(merged, textValues(old.node.get(field)));
  const sorted = [...merged].sort(([a], [b]) => compareCodePoints(a, b));
  const entries = sorted.map(([key, value]) => ({ key: new Scalar(key), value }));
  resource.edit((node) => {
    // As in kustomize, the field becomes the last one.
    node.delete(field);
    if (entries.length > 0) node.set(field, new Mapping(entries));
  });
}

function textValues(data: Node | undefined): Map<string, Scalar> {
  const entries = data?.kind === "mapping" ? firstEntries(data) : new Map<string, Entry>();
  const texts = [...entries].map(([key, { value }]): [string, Scalar] => {
    return [key, newText(value.kind === "scalar" && !isNull(value) ? value.value : "")];
  });
  return new Map(texts);
}

function failMissingTarget(behavior: Behavior, set: ResourceSet, resource: Resource, origin: Node | undefined): never {
  const { kind, id: { name } } = resource;
  const names = new Set(set.resources.filter((other) => other.kind === kind).map((other) => other.originalId.name));
  const near = nearest(name, names);
  const verb = behavior === "merge" ? "merge with" : "replace";
  fail("no-match", `there is no ${describeId(resource.id)} to ${verb}`, {
    ...atPlace(partOf(origin, "name")),
    hint: near !== undefined && near !== name
      ? didYouMean(near)
      : names.size > 0
      ? `candidates: ${[...names].slice(0, MAX_CANDIDATES).join(", ")}`
      : "use 'behavior: create', or add the base that has it to 'resources'",
  });
}

function failAmbiguous(set: ResourceSet, resource: Resource, origin: Node | undefined): never {
  const notes: Note[] = set.byAnyId(resource).map((match) => noteOf(`${describeId(match.id)} is one of them`, match));
  fail("ambiguous-target", `several resources match ${describeId(resource.id)}`, { ...atPlace(origin), notes });
}

/** It was found by an earlier id, but kustomize looks for its position by the current id. */
function failOtherKind(behavior: Behavior, resource: Resource, old: Resource, origin: Node | undefined): never {
  const verb = behavior === "merge" ? "merged with" : "replaced by";
  fail(
    "no-match",
    `${describeId(old.originalId)} has become a ${old.kind} and cannot be ${verb} a ${resource.kind}`,
    {
      ...atPlace(partOf(origin, "name")),
      notes: [noteOf("it is defined here", old)],
    },
  );
}

function failExists(resource: Resource, old: Resource, origin: Node | undefined): never {
  if (resource.history.fromHelm) failOnChart(resource, old, origin);
  const behavior = origin?.kind === "mapping" ? origin.get("behavior") : undefined;
  const text = behavior?.kind === "scalar" ? behavior.value : "";
  const isKnown = text === "" || text === "create";
  const isThere = `${describeId(resource.id)} already exists`;
  fail("resource-conflict", isKnown ? isThere : `unknown behavior '${text}', and ${isThere}`, {
    ...atPlace(isKnown ? partOf(origin, "name") : behavior),
    notes: [noteOf("the other one is here", old)],
    hint: isKnown ? "add 'behavior: merge' or 'behavior: replace'" : hintOfBehavior(text),
  });
}

/** Resources of a chart have no behavior, and their places are in helm's output. */
function failOnChart(resource: Resource, old: Resource, origin: Node | undefined): never {
  const twice = old.place?.source === resource.place?.source;
  const what = `renders ${describeId(resource.id)}, which ${twice ? "it has rendered" : "exists"} already`;
  fail("resource-conflict", `the chart '${scalarText(partOf(origin, "name"))}' ${what}`, {
    ...atPlace(partOf(origin, "name")),
    notes: [noteOf("this one is here", resource), noteOf("the other one is here", old)],
    hint: twice
      ? "remove or rename one of the two templates, or look for a value of the chart that does so"
      : "remove the other one, or set another 'releaseName' or 'namespace' for the chart",
  });
}

function hintOfBehavior(text: string): string {
  return nearestOrAll(text, BEHAVIORS);
}

/** A note with the place of a resource. For a generated one that is the generator's place. */
function noteOf(message: string, { place }: Resource): Note {
  return { message, place };
}

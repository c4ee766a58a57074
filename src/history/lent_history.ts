/**
 * History where patches can see it.
 *
 * kustomize keeps the history of a resource among its annotations, and patches run over it: an operation on
 * `/metadata/annotations` works on a resource that has a history and no annotations of the user's, and a patch that replaces
 * or removes all annotations makes kustomize forget. So the history is lent to the annotations while a patch is applied, and
 * taken back after.
 */

import { ALLOW_KIND_CHANGE, ALLOW_NAME_CHANGE, showHistory } from "./build_annotations.ts";
import type { History, Resource } from "../model/resource.ts";
import { Mapping, Scalar, stringScalar } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";

/** Adds the history to the annotations, and gives the keys that were added. */
export function lendHistory(resource: Resource): ReadonlySet<string> {
  const shown = new Map<string, string>();
  showHistory(resource.history, shown);
  const annotations = shown.size === 0 ? undefined : annotationsForWriting(resource);
  for (const [key, value] of annotations === undefined ? [] : shown) {
    annotations!.entries.push({ key: new Scalar(key), value: stringScalar(value) });
  }
  return new Set(annotations === undefined ? [] : shown.keys());
}

/** Takes the keys out of the annotations. What a patch has removed is no history any more, unless `keep` says so. */
export function takeHistoryBack({ metadata, history }: Resource, lent: ReadonlySet<string>, keep = false): void {
  if (lent.size === 0) return;
  const annotations = metadata?.get("annotations");
  const mapping = annotations?.kind === "mapping" ? annotations : new Mapping();
  for (const key of lent) {
    const isThere = mapping.delete(key);
    if (key === ALLOW_NAME_CHANGE) history.allowNameChange = isThere || keep;
    else if (key === ALLOW_KIND_CHANGE) history.allowKindChange = isThere || keep;
    else if (!isThere && !(keep && key.startsWith("internal."))) forget(history, key);
  }
  if (mapping.entries.length === 0) metadata?.delete("annotations");
}

function forget(history: History, key: string): void {
  switch (key.slice(key.indexOf("/") + 1)) {
    case "previousNames":
    case "previousNamespaces":
    case "previousKinds":
      history.previousIds = [];
      break;
    case "prefixes":
      history.prefixes = [];
      break;
    case "suffixes":
      history.suffixes = [];
      break;
    case "needsHashSuffix":
      history.needsHash = false;
      break;
    case "generatorBehavior":
      history.behavior = undefined;
      break;
    case "helm-generated":
      history.fromHelm = false;
      break;
    case "origin":
      history.origin = undefined;
      break;
    case "transformations":
      history.transformations = [];
  }
}

/** The annotations, made where there are none; undefined where there is something else in their place. */
function annotationsForWriting({ metadata }: Resource): Mapping | undefined {
  const annotations = metadata?.get("annotations");
  if (annotations?.kind === "mapping") return annotations;
  if (metadata === undefined || !isNull(annotations)) return undefined;
  const made = new Mapping();
  metadata.set("annotations", made);
  return made;
}

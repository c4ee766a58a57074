/**
 * Exposes the history of a resource while patches and copies can see it.
 *
 * kustomize keeps the history of a resource among its annotations, where patches affect it: an operation on
 * `/metadata/annotations` works on a resource with a history even if the user has written no annotations, and a patch
 * that replaces or removes all annotations deletes the history. So the history is exposed among the annotations while a
 * patch is applied, and restored from them afterwards.
 */

import { type Resource, updateHistory } from "../model/resource.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { Mapping, Scalar, stringScalar } from "../yaml/tree/node.ts";
import { HISTORY_ANNOTATIONS, historyAnnotations, INTERNAL, removeAll, takeHistory } from "./history_annotations.ts";

/** The annotations to be read back, with their texts if the history had any. */
export type Exposed = ReadonlyMap<string, string | undefined>;

const NOTHING: Exposed = new Map();

/** Adds the history to the annotations; adds nothing if they are not a mapping. */
export function expose(resource: Resource): Exposed {
  const texts = historyAnnotations(resource.history);
  if (texts.size === 0) return NOTHING;
  return resource.edit((node) => {
    const annotations = annotationsForWriting(node);
    if (annotations === undefined) return NOTHING;
    for (const [key, value] of texts) annotations.entries.push({ key: new Scalar(key), value: stringScalar(value) });
    return texts;
  });
}

/**
 * Removes the annotations again. Changes made to them in between become changes of the history.
 *
 * @param keepInternal kustomize restores its internal annotations after a JSON patch, so only changes of the others
 * count.
 */
export function restore(resource: Resource, exposed: Exposed, keepInternal = false): void {
  if (exposed.size === 0) return;
  const texts = resource.edit(() => removeAll(resource.metadata, exposed.keys()));
  for (const { annotation, read } of HISTORY_ANNOTATIONS) {
    if (!exposed.has(annotation) || (keepInternal && annotation.startsWith(INTERNAL))) continue;
    const text = texts.get(annotation);
    if (text !== exposed.get(annotation)) updateHistory(resource, read(text, resource.history));
  }
}

/**
 * Runs `action`, and exposes the history meanwhile if `steps` lead to all metadata or all annotations, which may then
 * be copied or replaced along with it. The action is passed whether it is exposed.
 */
export function withHistoryExposed<T>(
  resource: Resource,
  steps: readonly string[],
  action: (isExposed: boolean) => T,
): T {
  if (!leadToAnnotations(steps) || expose(resource).size === 0) return action(false);
  try {
    return action(true);
  } finally {
    takeHistory(resource);
  }
}

function leadToAnnotations([first, second, ...rest]: readonly string[]): boolean {
  return first === "metadata" && (second === undefined || second === "annotations") && rest.length === 0;
}

/** The annotations, created if there are none; undefined if they are not a mapping. */
function annotationsForWriting(node: Mapping): Mapping | undefined {
  const metadata = node.get("metadata");
  if (metadata?.kind !== "mapping") return undefined;
  const annotations = metadata.get("annotations");
  if (annotations?.kind === "mapping") return annotations;
  if (!isNull(annotations)) return undefined;
  const made = new Mapping();
  metadata.set("annotations", made);
  return made;
}

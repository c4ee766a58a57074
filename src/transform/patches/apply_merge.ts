/** Applies strategic merge patches to resources. */

import { ALLOW_KIND_CHANGE, ALLOW_NAME_CHANGE, ENABLED } from "../../history/build_annotations.ts";
import type { Resource } from "../../model/resource.ts";
import { strategicMerge } from "../../merge/strategic_merge.ts";
import type { Schema } from "../../schema/schema.ts";
import { lendHistory, takeHistoryBack } from "../../history/lent_history.ts";

/** What a patch may change besides the contents. */
export interface MergeOptions {
  allowNameChange: boolean;
  allowKindChange: boolean;
}

export const NO_OPTIONS: MergeOptions = { allowNameChange: false, allowKindChange: false };

/**
 * Merges `patch` into `target`, which keeps its namespace, and its name and kind unless the options allow their change. The
 * patch is used up. Returns false where the patch deletes the resource.
 */
export function applyMergePatch(target: Resource, patch: Resource, options: MergeOptions, schema: Schema): boolean {
  const { name, namespace, kind } = target;
  const { allowNameChange, allowKindChange } = options;
  const noted = noteOptions(patch, options);
  if (noted.length > 0) target.storePreviousId();
  const lent = lendHistory(target);
  const survives = strategicMerge(target.node, patch.node, schema);
  takeHistoryBack(target, new Set([...lent, ...noted]));
  if (!survives || target.node.entries.length === 0) return false;
  if (!allowKindChange) target.kind = kind;
  if (!allowNameChange) target.name = name;
  target.namespace = namespace;
  return true;
}

/** Notes options in the annotations of a patch, as kustomize does: all of them become text by that, and the target gets them. */
function noteOptions(patch: Resource, { allowNameChange, allowKindChange }: MergeOptions): string[] {
  const keys = [...allowNameChange ? [ALLOW_NAME_CHANGE] : [], ...allowKindChange ? [ALLOW_KIND_CHANGE] : []];
  if (keys.length === 0) return keys;
  const { annotations } = patch;
  for (const key of keys) annotations.set(key, ENABLED);
  patch.annotations = annotations;
  return keys;
}

/**
 * A copy of `patch` made to fit `target`: with its API version, and with labels and annotations as text, so that a null there
 * is the text "null" and deletes nothing.
 */
export function fitPatch(patch: Resource, target: Resource): Resource {
  const copy = patch.copy();
  const { labels, annotations } = copy;
  copy.labels = labels;
  copy.annotations = annotations;
  copy.gvk = { ...target.gvk, kind: patch.kind };
  return copy;
}

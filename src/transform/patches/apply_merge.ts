/** Applies strategic merge patches to resources. */

import { type Resource, updateHistory } from "../../model/resource.ts";
import { strategicMerge } from "../../merge/strategic_merge.ts";
import type { Schema } from "../../schema/schema.ts";
import type { TransformContext } from "../transform.ts";
import { expose, type Exposed, restore } from "../../history/expose.ts";
import { ALLOW_KIND_CHANGE, ALLOW_NAME_CHANGE, ENABLED } from "../../history/history_annotations.ts";
import { storePreviousId } from "../../history/store_previous_id.ts";

/** The parts of the identity that a patch may change. */
export interface MergeOptions {
  allowNameChange: boolean;
  allowKindChange: boolean;
}

export const NO_OPTIONS: MergeOptions = { allowNameChange: false, allowKindChange: false };

/**
 * Merges `patch` into `target`, which keeps its namespace, and also its name and kind unless the options allow their
 * change. Consumes the patch. Returns false if the patch deletes the resource.
 */
export function applyMergePatch(
  target: Resource,
  patch: Resource,
  options: MergeOptions,
  { schema, matches }: TransformContext,
): boolean {
  const watch = matches?.patching(target, { kind: "merge", patch });
  const survives = merge(target, patch, options, schema);
  watch?.done(survives);
  return survives;
}

function merge(target: Resource, patch: Resource, options: MergeOptions, schema: Schema): boolean {
  const { name, namespace, kind } = target;
  const { allowNameChange, allowKindChange } = options;
  const noted = noteOptions(patch, options);
  if (noted.size > 0) storePreviousId(target);
  const exposed = new Map([...noted, ...expose(target)]);
  const merges = target.history.steps && [...target.history.merges];
  const survives = target.edit((node) => strategicMerge(node, patch.node, schema, merges));
  restore(target, exposed);
  const isConverted = target.history.isConverted || patch.history.isConverted;
  if (merges !== undefined) updateHistory(target, { merges, isConverted });
  if (!survives || target.node.entries.length === 0) return false;
  if (!allowKindChange) target.kind = kind;
  if (!allowNameChange) target.name = name;
  target.namespace = namespace;
  if (target.name !== name || target.kind !== kind) updateHistory(target, { renamedBy: patch.place });
  return true;
}

/**
 * Records options in the annotations of a patch, as kustomize does: this turns all its annotations into text, and the
 * target gets them.
 */
function noteOptions(patch: Resource, { allowNameChange, allowKindChange }: MergeOptions): Exposed {
  const keys = [...allowNameChange ? [ALLOW_NAME_CHANGE] : [], ...allowKindChange ? [ALLOW_KIND_CHANGE] : []];
  if (keys.length > 0) {
    patch.rewriteAnnotations((annotations) => keys.forEach((key) => annotations.set(key, ENABLED)));
  }
  return new Map(keys.map((key) => [key, undefined]));
}

/**
 * A copy of `patch` adapted to `target`: with its API version, and with labels and annotations as text, so that a null
 * there is the text "null" and deletes nothing. A namespace that is not a text is left out. A new name counts as plain:
 * one in quotes, such as `"1"`, may become a number.
 */
export function fitPatch(patch: Resource, target: Resource, { allowNameChange }: MergeOptions): Resource {
  const copy = patch.copy();
  copy.rewriteLabels();
  copy.rewriteAnnotations();
  if (allowNameChange) copy.name = patch.name;
  if (copy.namespace === "") copy.namespace = "";
  copy.gvk = { ...target.gvk, kind: patch.kind };
  return copy;
}

/**
 * The transformer of `patches`: applies strategic merge patches and JSON patches to the resources that they name or
 * select.
 */

import type { Compat } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { patch as patchFields } from "../../kustomization/change_fields.ts";
import { readFields } from "../../kustomization/read_fields.ts";
import type { Patch } from "../../kustomization/types.ts";
import { describeId } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import type { Selector } from "../../model/selector.ts";
import { isJsonPatch } from "../../json_patch/operation.ts";
import { JsonPatch, readJsonValue } from "../../json_patch/read.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { notesOf } from "../../model/suggestions.ts";
import type { ConfigureContext, FieldTransformerKind, Transform, TransformContext } from "../transform.ts";
import { applyJsonPatchTo, applyToAll } from "./apply_json.ts";
import { applyMergePatch, fitPatch, type MergeOptions, NO_OPTIONS } from "./apply_merge.ts";
import { findTarget, selectTargets } from "./find_targets.ts";
import { type ReadPatch, readPatch, textOfPatch } from "./read_patch.ts";
import { telling } from "./written.ts";
import { storePreviousId } from "../../history/store_previous_id.ts";

export const patchTransformer: FieldTransformerKind = {
  configure: (settings, context) => patch(readFields(settings, patchFields), context),
  fromFields: ({ patches }, _config, context) =>
    patches.map((entry) => ({ transform: patch(entry, context), node: entry.node })),
};

/** For one entry. Throws if its text is not a patch of either kind. */
export function patch(entry: Patch, context: ConfigureContext): Transform {
  const { compat } = context;
  const source = textOfPatch(entry, context, { trim: true, field: "patch" });
  const read = readPatch(source);
  const ignoresEmpty = compat.has("ignores-empty-patches");
  const isEmpty = read.kind === "json" ? read.patch.isEmpty : read.patches.length === 0;
  if (isEmpty && ignoresEmpty) return () => {};
  if (isEmpty && read.kind === "merge") return emptyPatch(entry, source, compat);
  return telling(read, transformOf(read, entry, source));
}

function transformOf(read: ReadPatch, entry: Patch, source: Source): Transform {
  if (read.kind === "json") return (set, context) => patchByJson(set, read.patch, entry, source, context);
  const { patches } = read;
  const { target, options = NO_OPTIONS } = entry;
  if (target === undefined) return (set, context) => mergeById(set, patches, options, context);
  return (set, context) => mergeSelected(set, patches, target, options, context);
}

/** Applies each patch to the resource with its id. */
function mergeById(
  set: ResourceSet,
  patches: readonly Resource[],
  options: MergeOptions,
  context: TransformContext,
): void {
  const gone = new Set<Resource>();
  for (const patch of patches) {
    if (gone.size > 0 && !context.compat.has("patches-after-deletion")) failAfterDeletion(patch);
    const resource = findTarget(set, patch, gone);
    if (!applyMergePatch(resource, patch.copy(), options, context)) gone.add(resource);
  }
  if (gone.size > 0) set.filter((resource) => !gone.has(resource));
}

function failAfterDeletion({ place }: Resource): never {
  fail("invalid-patch", "kustomize crashes at a patch after one that deletes a resource, before v5.7.0", {
    place,
    hint: "use a separate entry for each",
  });
}

function mergeSelected(
  set: ResourceSet,
  [patch, second]: readonly Resource[],
  target: Selector,
  options: MergeOptions,
  context: TransformContext,
): void {
  if (patch === undefined) return;
  if (second !== undefined) {
    fail("invalid-patch", "a patch with a target must be one document", {
      place: second.place,
      hint: "use a separate entry for each, or remove 'target'",
    });
  }
  const gone = new Set<Resource>();
  for (const resource of selectTargets(set, target)) {
    const survives = applyMergePatch(resource, fitPatch(patch, resource, options), options, context);
    if (!survives) gone.add(resource);
    else checkClash(set, resource, patch, gone);
  }
  if (gone.size > 0) set.filter((resource) => !gone.has(resource));
  // kustomize adds all resources to an empty set again.
  set.checkIds();
}

/** A patch without content, in releases that then read it as a JSON patch. */
function emptyPatch(entry: Patch, source: Source, compat: Compat): Transform {
  const { text } = source;
  const value = text === "" ? null : readJsonValue(source);
  if (text !== "" && isJsonPatch(value) && !compat.has("empty-patch-with-target")) {
    fail("invalid-patch", "an empty patch is both a strategic merge patch and a JSON patch", {
      place: { source, offset: 0 },
      hint: "remove it, or add content",
    });
  }
  return (set, context) => patchByJson(set, new JsonPatch(value), entry, source, context);
}

function patchByJson(
  set: ResourceSet,
  patch: JsonPatch,
  { target, node }: Patch,
  source: Source,
  context: TransformContext,
): void | Promise<void> {
  const place = { source, offset: 0 };
  if (target === undefined) {
    fail("missing-target", "a JSON patch needs a target", {
      ...(node === undefined ? { place } : atPlace(node)),
      hint: "add 'target' with the kind and name of what to patch",
    });
  }
  return applyToAll(selectTargets(set, target), (resource, readBack) => {
    storePreviousId(resource);
    applyJsonPatchTo(resource, patch, place, context, readBack);
  });
}

/** Fails if a patch that changes a name or kind gives two resources the same id. */
function checkClash(set: ResourceSet, resource: Resource, patch: Resource, gone: ReadonlySet<Resource>): void {
  const others = set.byCurrentId(resource).filter((other) => other !== resource && !gone.has(other));
  const [other] = others;
  if (other === undefined) return;
  fail("resource-conflict", `two resources would have the same id: ${describeId(resource.id)}`, {
    place: patch.place,
    notes: notesOf([resource, other]),
  });
}

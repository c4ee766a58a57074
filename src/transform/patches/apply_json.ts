/** Applies JSON patches to resources. */

import { fail, type Place } from "../../diagnostics/diagnostic.ts";
import type { ResId } from "../../model/res_id.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { jsonToNode, resourceToJson } from "../../json_patch/nodes.ts";
import { applyJsonPatch } from "../../json_patch/apply.ts";
import type { JsonValue } from "../../json_patch/value.ts";
import type { Node } from "../../yaml/tree/node.ts";
import type { JsonPatch } from "../../json_patch/read.ts";
import { expose, restore } from "../../history/expose.ts";
import { checkTextKeys } from "../../yaml/write/text_keys.ts";
import type { TransformContext } from "../transform.ts";

/** Reads a patched object back, as kustomize does; `name` is for messages. */
type ReadBack = (document: JsonValue, name: string) => Node | undefined;

/**
 * Calls `apply` for each target. Few need to be read back, for the hash of their names, so the code is loaded on demand.
 */
export function applyToAll(
  targets: readonly Resource[],
  apply: (target: Resource, readBack?: ReadBack) => void,
): void | Promise<void> {
  if (targets.every(({ history }) => history.steps === undefined)) return targets.forEach((target) => apply(target));
  return import("./read_back.ts").then(({ readBack }) => targets.forEach((target) => apply(target, readBack)));
}

/**
 * Applies a patch to `target`. Afterwards annotations are texts, whatever their previous type. Throws the errors of
 * `applyJsonPatch`, and `patch-breaks-resource` if the result is not a resource.
 */
export function applyJsonPatchTo(
  target: Resource,
  patch: JsonPatch,
  place: Place | undefined,
  { compat, matches }: TransformContext,
  readBack?: ReadBack,
): void {
  const watch = matches?.patching(target, { kind: "json", patch });
  if (!compat.has("integer-keys")) checkTextKeys(target.node);
  const subject = `${target.kind} '${target.name}'`;
  const { id } = target;
  const exposed = expose(target);
  const document = applyJsonPatch(resourceToJson(target.node), patch.operations, subject, watch);
  const known = target.history.steps && readBack?.(document, `${subject} after a patch`);
  const node = known ?? jsonToNode(document);
  if (node.kind !== "mapping") failResult(subject, "a list", place);
  target.replaceNode(node);
  checkResource(target, subject, place);
  restore(target, exposed, true);
  target.rewriteAnnotations();
  if (known !== undefined) updateHistory(target, { ...target.history, steps: [] });
  if (!isSameId(id, target.id)) updateHistory(target, { renamedBy: place });
  watch?.done(true);
}

/** Group and version are ignored: an id that a patch only changes in these is rarely that of another resource. */
function isSameId(a: ResId, b: ResId): boolean {
  return a.name === b.name && a.namespace === b.namespace && a.gvk.kind === b.gvk.kind;
}

/**
 * Without this check, a resource without kind would fail at the end of the build, where the cause is unknown. A hash or
 * a replacement may give it a name again.
 */
function checkResource({ kind, metadata }: Resource, subject: string, place: Place | undefined): void {
  if (kind === "") failResult(subject, "an object without a kind", place);
  const annotations = metadata?.get("annotations");
  // kustomize reads a list as alternating keys and values, and crashes if its length is odd.
  if (annotations?.kind === "sequence" && annotations.items.length % 2 === 1) {
    failResult(subject, "an object with a list of annotations", place);
  }
}

function failResult(subject: string, what: string, place: Place | undefined): never {
  fail("patch-breaks-resource", `the patch would turn ${subject} into ${what}`, { place });
}

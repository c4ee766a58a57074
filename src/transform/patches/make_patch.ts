/** Makes the patch transformers from fields and settings: gets the texts, which may be inline or in files. */

import { fail, KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Patch, Text } from "../../kustomization/types.ts";
import type { IsClusterScoped } from "../../model/resource.ts";
import { inlineSource } from "../../yaml/read/inline_source.ts";
import { atPlace, type Node } from "../../yaml/tree/node.ts";
import type { Transform } from "../transform.ts";
import { patch as patchTransform } from "./patch.ts";
import { patchJson6902 } from "./patch_json6902.ts";
import { patchStrategicMerge } from "./patch_strategic_merge.ts";
import { readMergePatches } from "./read_patch.ts";

/** What is used of `ConfigureContext`. */
export interface PatchContext {
  /** Reads a file below the root of the kustomization; `node` is where it is named. */
  readText(path: string, node: Node | undefined): Source;
  isClusterScoped: IsClusterScoped;
}

/** For an entry of `patches`, or the settings of a PatchTransformer. */
export function makePatch(patch: Patch, { readText, isClusterScoped }: PatchContext): Transform {
  const { path, patch: inline, node } = patch;
  const isInline = inline.value.trim() !== "";
  failUnlessOne(isInline, path.value !== "", node, "patch");
  const source = isInline
    ? inlineSource(inline.node, inline.value, "an inline patch", true)
    : readText(path.value, path.node);
  return patchTransform({ patch, source, isClusterScoped });
}

/** For an entry of `patchesJson6902`, or the settings of a PatchJson6902Transformer, whose text is in `jsonOp`. */
export function makePatchJson6902(patch: Patch, { readText }: PatchContext, field = "patch"): Transform {
  const { path, patch: inline, node } = patch;
  const isInline = inline.value !== "";
  failUnlessOne(isInline, path.value !== "", node, field);
  const source = isInline
    ? inlineSource(inline.node, inline.value, "an inline patch")
    : readText(path.value, path.node);
  return patchJson6902({ patch, source });
}

/**
 * For `patchesStrategicMerge`, or the settings of a PatchStrategicMergeTransformer.
 *
 * @param paths Each a patch itself or the path of a file.
 * @param patches Further patches in one text.
 */
export function makePatchStrategicMerge(
  paths: readonly Text[],
  patches: Text,
  context: PatchContext,
  node?: Node,
): Transform {
  const sources = paths.map((path) => inlinePatches(path, context) ?? context.readText(path.value, path.node));
  if (patches.value !== "") sources.push(inlineSource(patches.node, patches.value, "inline patches"));
  const { isClusterScoped } = context;
  return patchStrategicMerge({ sources, isClusterScoped, ...(node === undefined ? {} : { node }) });
}

/** The text as a source where it is itself one of patches; undefined where it must be a path. */
function inlinePatches({ value, node }: Text, { isClusterScoped }: PatchContext): Source | undefined {
  const source = inlineSource(node, value, "an inline patch");
  try {
    readMergePatches(source, isClusterScoped);
    return source;
  } catch (error) {
    // A path is no object either, but it has one line.
    if (error instanceof KustError && !value.trimEnd().includes("\n")) return undefined;
    throw error;
  }
}

function failUnlessOne(isInline: boolean, isFile: boolean, node: Node | undefined, field: string): void {
  if (isInline === isFile) {
    const problem = isInline ? "takes only one of" : "needs one of";
    fail("invalid-patch", `a patch ${problem} '${field}' and 'path'`, atPlace(node));
  }
}

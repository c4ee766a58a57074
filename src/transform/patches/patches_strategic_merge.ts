/** The transformer of `patchesStrategicMerge`, the deprecated predecessor of `patches`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Text } from "../../kustomization/types.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { inlineSource } from "../../yaml/read/inline_source.ts";
import type { ConfigureContext, FieldTransformerKind, Transform } from "../transform.ts";
import { applyMergePatch, fitPatch, NO_OPTIONS } from "./apply_merge.ts";
import { findTarget } from "./find_targets.ts";
import { patchesOrPath, readMergePatches } from "./read_patch.ts";

export const patchStrategicMergeTransformer: FieldTransformerKind = {
  configure(settings, context) {
    const { node } = settings;
    return patchStrategicMerge(
      { entries: settings.texts("paths"), patches: settings.placedText("patches"), node },
      context,
    );
  },
  fromFields: ({ patchesStrategicMerge: entries }, _config, context) => [
    { transform: patchStrategicMerge({ entries }, context) },
  ],
};

export interface StrategicMergeSettings {
  /** Texts of patches, and paths of files with patches. */
  entries: readonly Text[];
  /** More patches. */
  patches?: Text;
  /** The node that lists the patches, for messages. */
  node?: Node;
}

/** Throws `invalid-patch` if there is no patch at all. */
export function patchStrategicMerge(
  { entries, patches: inline, node }: StrategicMergeSettings,
  context: ConfigureContext,
): Transform {
  const parts = entries.map((entry) => patchesOrPath(entry, context));
  if (inline !== undefined && inline.value !== "") {
    const source = inlineSource(inline.node, inline.value, "inline patches");
    parts.push({ source, patches: readMergePatches(source) });
  }
  const patches = parts.flatMap((part) => part.patches);
  if (patches.length === 0) failNoPatch(parts.map(({ source }) => source), node);
  return (set, context) => {
    for (const [index, patch] of patches.entries()) {
      const target = findTarget(set, patch);
      const survives = applyMergePatch(target, fitPatch(patch, target, NO_OPTIONS), NO_OPTIONS, context);
      if (!survives) set.filter((resource) => resource !== target);
      // kustomize adds all resources to an empty set again. Such patches keep ids, so that only the first can fail.
      if (index === 0) set.checkIds();
    }
  };
}

function failNoPatch(sources: readonly Source[], node: Node | undefined): never {
  const names = sources.map(({ name }) => `'${name}'`).join(" and ");
  fail("invalid-patch", names === "" ? "the patch is empty" : `there is no patch in ${names}`, {
    ...(node === undefined && sources[0] !== undefined ? { place: { source: sources[0], offset: 0 } } : atPlace(node)),
    hint: "a patch needs the fields apiVersion, kind and metadata.name, and the fields to change",
  });
}

/** The transformer of `patchesStrategicMerge`, which kustomize has kept from before `patches`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { IsClusterScoped, Resource } from "../../model/resource.ts";
import { atPlace, type Node } from "../../yaml/tree/node.ts";
import { applyMergePatch, fitPatch, NO_OPTIONS } from "./apply_merge_patch.ts";
import { findTarget } from "./patch_target.ts";
import { readMergePatches } from "./read_patch.ts";
import type { Transform } from "../transform.ts";

export interface PatchStrategicMergeSettings {
  /** The texts of the patches, each with any number of documents. */
  sources: readonly Source[];
  isClusterScoped: IsClusterScoped;
  /** What asked for the patches, for messages. */
  node?: Node;
}

/** Throws `invalid-patch` if the texts hold no patch at all. */
export function patchStrategicMerge({ sources, isClusterScoped, node }: PatchStrategicMergeSettings): Transform {
  const patches = sources.flatMap((source) => readMergePatches(source, isClusterScoped));
  if (patches.length === 0) failOnNoPatch(sources, node);
  return (set, { schema }) => {
    const gone = new Set<Resource>();
    for (const patch of patches) {
      const target = findTarget(set, patch, gone);
      if (!applyMergePatch(target, fitPatch(patch, target), NO_OPTIONS, schema)) gone.add(target);
    }
    if (gone.size > 0) set.filter((resource) => !gone.has(resource));
  };
}

function failOnNoPatch(sources: readonly Source[], node: Node | undefined): never {
  const names = sources.map(({ name }) => `'${name}'`).join(" and ");
  fail("invalid-patch", names === "" ? "no patch is given" : `there is no patch in ${names}`, {
    ...(node === undefined && sources[0] !== undefined ? { place: { source: sources[0], offset: 0 } } : atPlace(node)),
    hint: "a patch needs the fields apiVersion, kind and metadata.name, and what is to change",
  });
}

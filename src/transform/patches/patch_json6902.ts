/** The transformer of `patchesJson6902`, which kustomize has kept from before `patches`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import type { Patch } from "../../kustomization/types.ts";
import { readJsonPatch } from "../../json_patch/read.ts";
import { atPlace } from "../../yaml/tree/node.ts";
import { applyJsonPatchTo } from "./apply_json_patch.ts";
import { select } from "./patch.ts";
import type { Transform } from "../transform.ts";

export interface PatchJson6902Settings {
  /** The target counts; path and text are read already. */
  patch: Pick<Patch, "target" | "node">;
  /** The text of the file, or the inline text as it stands. */
  source: Source;
}

/** Throws if the text is not a JSON patch or an empty one, and if the target has no name. */
export function patchJson6902({ patch: { target, node }, source }: PatchJson6902Settings): Transform {
  if (target === undefined || target.name === "") {
    fail("missing-target", "a JSON patch needs a target with a name", {
      ...atPlace(target?.node ?? node),
      hint: "add 'target: {kind: …, name: …}'",
    });
  }
  const place = { source, offset: 0 };
  const patch = readJsonPatch(source);
  if (patch.isEmpty) fail("invalid-patch", "the JSON patch is empty", { place });
  return (set) => {
    for (const resource of select(set, target)) applyJsonPatchTo(resource, patch, place);
  };
}

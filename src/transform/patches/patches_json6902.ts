/** The transformer of `patchesJson6902`, the deprecated predecessor of `patches`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { jsonPatchSettings } from "../../kustomization/change_fields.ts";
import { readFields } from "../../kustomization/read_fields.ts";
import type { Patch } from "../../kustomization/types.ts";
import { readJsonPatch } from "../../json_patch/read.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { ConfigureContext, FieldTransformerKind, Transform } from "../transform.ts";
import { applyJsonPatchTo, applyToAll } from "./apply_json.ts";
import { selectTargets } from "./find_targets.ts";
import { textOfPatch } from "./read_patch.ts";
import { telling } from "./written.ts";

export const patchJson6902Transformer: FieldTransformerKind = {
  configure(settings, context) {
    const { jsonOp, ...fields } = readFields(settings, jsonPatchSettings);
    return patchJson6902({ ...fields, patch: jsonOp }, context, "jsonOp");
  },
  fromFields: ({ patchesJson6902 }, _config, context) =>
    patchesJson6902.map((entry) => ({ transform: patchJson6902(entry, context, "patch"), node: entry.node })),
};

/**
 * For one entry. Throws if its text is empty or not a JSON patch, and if the target has no name.
 *
 * @param field The field with the text, for messages.
 */
export function patchJson6902(entry: Patch, context: ConfigureContext, field: string): Transform {
  const source = textOfPatch(entry, context, { trim: false, field });
  const { target, node } = entry;
  if (target === undefined || target.name === "") {
    fail("missing-target", "a JSON patch needs a target with a name", {
      ...atPlace(target?.node ?? node),
      hint: "add 'target: {kind: …, name: …}'",
    });
  }
  const place = { source, offset: 0 };
  const patch = readJsonPatch(source);
  if (patch.isEmpty) fail("invalid-patch", "the JSON patch is empty", { place });
  return telling(
    { kind: "json", patch },
    (set, context) =>
      applyToAll(selectTargets(set, target), (resource, readBack) => {
        applyJsonPatchTo(resource, patch, place, context, readBack);
      }),
  );
}

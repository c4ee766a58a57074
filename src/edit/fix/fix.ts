/** `edit fix`: moves the fields that are not moved on every read. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { EditedFile } from "../edited_file.ts";

/**
 * Moves `patchesJson6902` and `patchesStrategicMerge` to `patches` and `commonLabels` to `labels`.
 *
 * @param isFile Whether an entry of `patchesStrategicMerge` names a file; otherwise it is an inline patch.
 */
export function fixDeprecated(file: EditedFile, isFile: (path: string) => boolean): void {
  const { fields } = file;
  file.keepsDeprecated = false;
  const merges = (fields.patchesStrategicMerge ?? []).map((text) => isFile(text) ? { path: text } : { patch: text });
  fields.patches = [...fields.patches ?? [], ...fields.patchesJson6902 ?? [], ...merges];
  fields.patchesJson6902 = undefined;
  fields.patchesStrategicMerge = undefined;
  moveCommonLabels(file);
}

function moveCommonLabels(file: EditedFile): void {
  const { commonLabels, labels = [] } = file.fields;
  if (commonLabels === undefined || commonLabels.size === 0) return;
  for (const { pairs } of labels) {
    for (const key of pairs?.keys() ?? []) {
      if (!commonLabels.has(key)) continue;
      fail("duplicate-key", `label name '${key}' exists in both commonLabels and labels`, {
        ...file.placed("commonLabels"),
        hint: "remove it from one of them",
      });
    }
  }
  file.fields.labels = [...labels, { pairs: commonLabels, includeSelectors: true }];
  file.fields.commonLabels = undefined;
}

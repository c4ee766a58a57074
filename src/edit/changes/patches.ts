/** Edits of `patches`. */

import type { EditedFile } from "../edited_file.ts";
import { type Patch, samePatch } from "../fields.ts";

/** Adds a patch; returns false, with a notice, if an equal one exists. */
export function addPatch(file: EditedFile, patch: Patch): boolean {
  const patches = file.fields.patches ??= [];
  if (patches.some((present) => samePatch(present, patch))) {
    file.notices.push(`patch ${patch.path || patch.patch} already in kustomization file`);
    return false;
  }
  patches.push(patch);
  return true;
}

/** Removes equal patches; returns false, with a notice, if there are none. */
export function removePatch(file: EditedFile, patch: Patch): boolean {
  const patches = file.fields.patches ?? [];
  const kept = patches.filter((present) => !samePatch(present, patch));
  if (kept.length === patches.length) {
    file.notices.push(`patch ${patch.patch ?? ""} doesn't exist in kustomization file`);
    return false;
  }
  file.fields.patches = kept;
  return true;
}

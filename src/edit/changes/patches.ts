/** Edits of `patches`. */

import type { EditedFile } from "../edited_file.ts";
import { type Patch, samePatch } from "../fields.ts";

/** Adds a patch; false, with a notice, where the same one is there. */
export function addPatch(file: EditedFile, patch: Patch): boolean {
  const patches = file.fields.patches ??= [];
  if (patches.some((present) => samePatch(present, patch))) {
    file.notices.push(`patch ${patch.path || patch.patch} already in kustomization file`);
    return false;
  }
  patches.push(patch);
  return true;
}

/** Removes patches that say exactly the same; false, with a notice, where none does. */
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

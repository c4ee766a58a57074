/** Edits of `patches`. */

import type { EditedFile } from "../edited_file.ts";
import { encodeEntry, type Patch } from "../fields.ts";
import { sameValue } from "../keep/same_value.ts";

/** Adds a patch; returns false, with a notice, if an equal one exists. */
export function addPatch(file: EditedFile, patch: Patch): boolean {
  const patches = file.fields.patches ??= [];
  if (patches.some(sameAs(patch, file))) {
    file.notices.push(`patch ${patch.path || patch.patch} already in kustomization file`);
    return false;
  }
  patches.push(patch);
  return true;
}

/** Removes equal patches; returns false, with a notice, if there are none. */
export function removePatch(file: EditedFile, patch: Patch): boolean {
  const patches = file.fields.patches ?? [];
  const isSame = sameAs(patch, file);
  const kept = patches.filter((present) => !isSame(present));
  if (kept.length === patches.length) {
    file.notices.push(`patch ${patch.patch ?? ""} doesn't exist in kustomization file`);
    return false;
  }
  file.fields.patches = kept;
  return true;
}

/** Whether another patch is equal to this one: empty targets and options differ from missing ones. */
function sameAs(patch: Patch, { codec }: EditedFile): (other: Patch) => boolean {
  const encoded = encodeEntry(codec, "patches", patch);
  const hasOptions = patch.options !== undefined;
  return (other) =>
    hasOptions === (other.options !== undefined) && sameValue(encodeEntry(codec, "patches", other), encoded);
}

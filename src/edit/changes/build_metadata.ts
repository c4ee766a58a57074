/** Edits of `buildMetadata`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { nearestOrAll } from "../../diagnostics/did_you_mean.ts";
import type { EditedFile } from "../edited_file.ts";

export const BUILD_METADATA_OPTIONS = ["originAnnotations", "transformerAnnotations", "managedByLabel"];

/** Parses comma-separated options. Throws `KustError` for an unknown one. */
export function parseBuildMetadata(list: string): string[] {
  const options = list.split(",");
  for (const option of options) {
    if (BUILD_METADATA_OPTIONS.includes(option)) continue;
    fail("invalid-argument", `invalid buildMetadata option: ${option}`, {
      hint: nearestOrAll(option, BUILD_METADATA_OPTIONS),
    });
  }
  return options;
}

/** Adds options. Throws `KustError` for an existing one. */
export function addBuildMetadata(file: EditedFile, options: string[]): void {
  const present = [...file.fields.buildMetadata ?? []];
  for (const option of options) {
    if (present.includes(option)) {
      fail(
        "already-exists",
        `buildMetadata option ${option} already in kustomization file`,
        file.placed("buildMetadata"),
      );
    }
    present.push(option);
  }
  file.fields.buildMetadata = present;
}

export function removeBuildMetadata(file: EditedFile, options: string[]): void {
  file.fields.buildMetadata = file.fields.buildMetadata?.filter((option) => !options.includes(option));
}

/** `edit add|set|remove buildmetadata`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import {
  addBuildMetadata,
  BUILD_METADATA_OPTIONS,
  parseBuildMetadata,
  removeBuildMetadata,
} from "../../edit/changes/build_metadata.ts";
import type { EditedFile } from "../../edit/edited_file.ts";
import { defineCommand } from "../command.ts";
import { EDIT_FLAGS, editFile, editSite } from "./edit_file.ts";

const OPTIONS =
  "The options are originAnnotations (where each resource comes from), transformerAnnotations (what changed " +
  "it) and managedByLabel (which kustomize built it).";

export const addCommand = buildMetadataCommand("add", "Adds options", addBuildMetadata);
export const removeCommand = buildMetadataCommand("remove", "Removes options", removeBuildMetadata);
export const setCommand = buildMetadataCommand("set", "Replaces all options", (file, options) => {
  file.fields.buildMetadata = options;
});

function buildMetadataCommand(verb: string, effect: string, edit: (file: EditedFile, options: string[]) => void) {
  return defineCommand({
    usage: "buildmetadata OPTION[,OPTION...]",
    manual: {
      long: `${effect} of \`buildMetadata\`. ${OPTIONS}`,
      examples: [{ text: effect, line: `kust edit ${verb} buildmetadata originAnnotations,managedByLabel` }],
    },
    flags: EDIT_FLAGS,
    completeArgs: BUILD_METADATA_OPTIONS,
    run: ({ args, flags, compat }, host) => {
      const [list] = args;
      if (list === undefined) fail("missing-argument", "must specify a buildMetadata option");
      if (args.length > 1) {
        fail("too-many-arguments", `too many arguments: ${args.join(" ")}`, {
          hint: "separate options with commas, without spaces",
        });
      }
      const options = parseBuildMetadata(list);
      return editFile(editSite(flags, host, compat), host, (file) => edit(file, options));
    },
  });
}

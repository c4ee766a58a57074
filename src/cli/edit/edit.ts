/** `kust edit`: the commands that change a kustomization file. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: {
    long:
      "Changes the kustomization file of the current folder, or of another one with --kustomization (or --path). The file is " +
      "written as kustomize writes it; --keep-format changes only what must change.",
    examples: [
      { text: "Add a resource", line: "kust edit add resource deployment.yaml" },
      { text: "Set an image's tag in an overlay", line: "kust edit set image node:22.1.0 --path overlays/prod" },
    ],
  },
  subcommands: {
    add: { summary: "Add an item to the kustomization file", load: () => import("./add.ts") },
    "alpha-list-builtin-plugin": {
      summary: "[Alpha] List the builtin plugins",
      aliases: ["list-builtin-plugins", "list-builtin-plugin"],
      load: () => import("./list_builtin_plugins.ts"),
    },
    fix: { summary: "Replace deprecated fields in the kustomization file", load: () => import("./fix.ts") },
    remove: { summary: "Remove items from the kustomization file", load: () => import("./remove.ts") },
    set: {
      summary: "Set the value of a field in the kustomization file",
      load: () => import("./set.ts"),
    },
  },
};

/** `kust cfg`: shows the resources of a folder without building anything. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: {
    long:
      "These commands read all .yaml and .yml files of a folder, or standard input, and show the resources in them as " +
      "they are, without building a kustomization. A file .krmignore in the folder lists files to skip.",
  },
  subcommands: {
    cat: { summary: "Print the resources of a folder", load: () => import("./cat.ts") },
    count: { summary: "Count the resources of a folder", load: () => import("./count.ts") },
    grep: { summary: "Print the resources that match", load: () => import("./grep.ts") },
    tree: { summary: "Show the resources of a folder as a tree", load: () => import("./tree.ts") },
  },
};

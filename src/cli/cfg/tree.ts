import { localConfigFilter } from "../../packages/filters/local_config.ts";
import { runFilters } from "../../packages/pipeline.ts";
import { splitQuery } from "../../packages/query.ts";
import { drawTree } from "../../packages/tree/draw_tree.ts";
import { ownerReferences, treeOfFolders, treeOfOwners } from "../../packages/tree/resource_tree.ts";
import { fieldsOfFlags, treeField } from "../../packages/tree/tree_fields.ts";
import { cleanPath } from "../../text/paths.ts";
import { defineCommand } from "../command.ts";
import type { Flags } from "../flags/flags.ts";
import { readNamedPackage, readStdinPackage } from "../named_package.ts";
import { checkArguments, LOCAL_CONFIG_FLAGS } from "./packages.ts";

/** Flags that each show a field. */
const FIELD_FLAGS = {
  args: { type: "bool", help: "show the args of containers" },
  command: { type: "bool", help: "show the command of containers" },
  env: { type: "bool", help: "show the env of containers" },
  image: { type: "bool", help: "show the image of containers" },
  name: { type: "bool", help: "show the name of containers" },
  ports: { type: "bool", help: "show ports" },
  replicas: { type: "bool", help: "show replicas" },
  resources: { type: "bool", help: "show the resources of containers" },
} as const satisfies Flags;

function isFieldFlag(name: string): name is keyof typeof FIELD_FLAGS {
  return Object.hasOwn(FIELD_FLAGS, name);
}

export const command = defineCommand({
  usage: "tree [DIR] [flags]",
  manual: {
    long:
      "Shows the resources in the .yaml and .yml files of DIR as a tree: by folder or, if any of them has an owner, by owner. " +
      "DIR is the current folder by default, and - is standard input.",
    examples: [
      { text: "With images and replicas", line: "kust cfg tree my-dir --image --replicas" },
      { text: "With a field of your own", line: 'kust cfg tree my-dir --field "metadata.labels.app"' },
      { text: "What runs in a cluster, by owner", line: "kubectl get all -o yaml | kust cfg tree -" },
    ],
  },
  flags: {
    all: { type: "bool", help: "show all the fields that have a flag" },
    field: { type: "slice", valueName: "PATH", help: "show this field" },
    "graph-structure": {
      type: "string",
      complete: ["owners", "directory"],
      valueName: "STRUCTURE",
      help: "owners or directory",
    },
    ...LOCAL_CONFIG_FLAGS,
    ...FIELD_FLAGS,
  },
  run: async ({ args, flags, given, compat }, host) => {
    checkArguments(args, 1);
    const [path = "."] = args;
    const isStdin = path === "-";
    const items = isStdin ? readStdinPackage(host) : readNamedPackage(path, {}, host);
    const isAsked = (name: string) => isFieldFlag(name) && (flags[name] || flags.all && !given.has(name));
    const fields = [...flags.field.map((field) => treeField(splitQuery(field))), ...fieldsOfFlags(isAsked)];
    const shown = await runFilters(items, [localConfigFilter(flags)]);
    if (shown === undefined) return 0;
    const options = {
      root: isStdin ? "." : cleanPath(path),
      fields,
      intoTexts: compat.has("replacements-in-texts"),
      fileSystem: host.fs,
    };
    const structure = flags["graph-structure"];
    const byOwner = structure === "owners" ||
      structure !== "directory" && shown.some(({ root }) => ownerReferences(root) !== undefined);
    host.writeStdout(drawTree(byOwner ? treeOfOwners(shown, options) : treeOfFolders(shown, options)));
    return 0;
  },
});

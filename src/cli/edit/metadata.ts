/** `edit add|set|remove` of labels and annotations. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { parsePairs } from "../../edit/changes/key_value_pairs.ts";
import {
  addLabelsWithoutSelector,
  addPairs,
  checkAnnotationKeys,
  type MetadataField,
  removePairs,
  setPairs,
} from "../../edit/changes/metadata.ts";
import { defineCommand } from "../command.ts";
import { EDIT_FLAGS, editFile, editSite } from "./edit_file.ts";

const FORCE = { type: "bool", short: "f", help: "overwrite existing keys" } as const;
const IGNORE = { type: "bool", short: "i", help: "ignore missing keys" } as const;

export const addAnnotation = defineCommand({
  usage: "annotation KEY:VALUE...",
  manual: {
    long: "Adds to `commonAnnotations`. A value may be in double quotes.",
    examples: [{ text: "Add two annotations", line: "kust edit add annotation owner:ops note:'see the wiki'" }],
  },
  flags: { ...EDIT_FLAGS, force: FORCE },
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    const pairs = pairsOf(args, "annotation");
    return editFile(
      editSite(flags, host, compat),
      host,
      (file) => addPairs(file, "commonAnnotations", pairs, flags.force),
    );
  },
});

export const addLabel = defineCommand({
  usage: "label KEY:VALUE...",
  manual: {
    long: "Adds to `commonLabels`, which also changes selectors, or to `labels` with --without-selector.",
    examples: [
      { text: "Add a label to everything, selectors too", line: "kust edit add label app:web" },
      { text: "Leave selectors alone", line: "kust edit add label --without-selector --include-templates team:ops" },
    ],
  },
  flags: {
    ...EDIT_FLAGS,
    force: FORCE,
    "without-selector": { type: "bool", help: "leave selectors alone" },
    "include-templates": { type: "bool", help: "include labels in templates (requires --without-selector)" },
  },
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    const { force, "without-selector": withoutSelector, "include-templates": includeTemplates } = flags;
    requirePairs(args, "label");
    if (includeTemplates && !withoutSelector) {
      fail("flag-conflict", "--without-selector flag must be specified for --include-templates to work");
    }
    const pairs = pairsOf(args, "label");
    return editFile(
      editSite(flags, host, compat),
      host,
      (file) =>
        withoutSelector
          ? addLabelsWithoutSelector(file, pairs, { force, includeTemplates, compat })
          : addPairs(file, "commonLabels", pairs, force),
    );
  },
});

export const setAnnotation = defineCommand({
  usage: "annotation KEY:VALUE...",
  manual: {
    long: "Sets keys of `commonAnnotations`, new or existing.",
    examples: [{ text: "Set an annotation", line: "kust edit set annotation build:1234" }],
  },
  flags: EDIT_FLAGS,
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    const pairs = pairsOf(args, "annotation");
    checkAnnotationKeys(pairs.keys());
    return editFile(editSite(flags, host, compat), host, (file) => setPairs(file, "commonAnnotations", pairs));
  },
});

export const setLabel = defineCommand({
  usage: "label KEY:VALUE...",
  manual: {
    long: "Sets keys of `commonLabels`, new or existing.",
    examples: [{ text: "Set a label", line: "kust edit set label env:prod" }],
  },
  flags: EDIT_FLAGS,
  completeArgs: "none",
  run: ({ args, flags, compat }, host) => {
    const pairs = pairsOf(args, "label");
    return editFile(editSite(flags, host, compat), host, (file) => setPairs(file, "commonLabels", pairs));
  },
});

export const removeAnnotation = removeCommand("commonAnnotations", "annotation");
export const removeLabel = removeCommand("commonLabels", "label");

function removeCommand(field: MetadataField, noun: string) {
  return defineCommand({
    usage: `${noun} KEY[,KEY...]`,
    manual: {
      long: `Removes keys from \`${field}\`.`,
      examples: [{ text: "Remove two keys", line: `kust edit remove ${noun} app,env` }],
    },
    flags: { ...EDIT_FLAGS, "ignore-non-existence": IGNORE },
    completeArgs: "none",
    run: ({ args, flags, compat }, host) => {
      const keys = keysOf(args, noun);
      const ignore = flags["ignore-non-existence"];
      return editFile(editSite(flags, host, compat), host, (file) => removePairs(file, field, keys, ignore));
    },
  });
}

function requirePairs(args: string[], noun: string): void {
  if (args.length === 0) fail("missing-argument", `must specify ${noun}`, { hint: `write the ${noun} as key:value` });
}

function pairsOf(args: string[], noun: string): Map<string, string> {
  requirePairs(args, noun);
  return parsePairs(args, noun);
}

function keysOf(args: string[], noun: string): string[] {
  const [list] = args;
  if (list === undefined) fail("missing-argument", `must specify ${noun}`);
  if (args.length > 1) fail("too-many-arguments", `${noun}s must be comma-separated, with no spaces`);
  const keys = list.split(",");
  if (keys.includes("")) fail("invalid-argument", `invalid ${noun}: '${list}' (name is empty)`);
  return keys;
}

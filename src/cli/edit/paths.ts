/** `edit add` and `edit remove` of `resources`, `components`, `generators` and `transformers`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { addBases, addPaths, type PathField, removePaths } from "../../edit/changes/paths.ts";
import type { Compat } from "../../compat/compat.ts";
import type { Host } from "../../host/host.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { glob } from "../../load/glob.ts";
import { defineCommand } from "../command.ts";
import { EDIT_FLAGS, editFile, type EditFlagValues, type EditSite, editSite, fileNameAt } from "./edit_file.ts";
import { pushAll } from "../../text/push_all.ts";

export const addResource = defineCommand({
  usage: "resource PATH...",
  manual: {
    long: "Adds files and folders, by name or pattern, to `resources`. Anything else must be a " +
      "repository that can be cloned, unless --no-verify is given.",
    examples: [
      { text: "Add all YAML files of a folder", line: "kust edit add resource 'manifests/*.yaml'" },
      {
        text: "Add a URL that is not reachable from here",
        line: "kust edit add resource --no-verify github.com/o/r",
      },
    ],
  },
  flags: { ...EDIT_FLAGS, "no-verify": { type: "bool", help: "skip validation for resources" } },
  run: ({ args, flags, compat }, host) =>
    addChecked("resources", "resource", args, flags, { host, compat }, flags["no-verify"]),
});

export const addComponent = defineCommand({
  usage: "component PATH...",
  manual: {
    examples: [{ text: "Add a component", line: "kust edit add component ../components/tls" }],
  },
  flags: EDIT_FLAGS,
  run: ({ args, flags, compat }, host) => addChecked("components", "component", args, flags, { host, compat }, false),
});

export const addGenerator = defineCommand({
  usage: "generator FILE...",
  manual: {
    examples: [{ text: "Add a generator's settings", line: "kust edit add generator generator.yaml" }],
  },
  flags: EDIT_FLAGS,
  run: ({ args, flags, compat }, host) =>
    addFound("generators", "generator", "plugin resource", args, flags, { host, compat }),
});

export const addTransformer = defineCommand({
  usage: "transformer FILE...",
  manual: {
    examples: [{ text: "Add a transformer's settings", line: "kust edit add transformer transformer.yaml" }],
  },
  flags: EDIT_FLAGS,
  run: ({ args, flags, compat }, host) =>
    addFound("transformers", "transformer", "plugin resource", args, flags, { host, compat }),
});

export const addConfiguration = defineCommand({
  usage: "configuration FILE...",
  manual: {
    long: "Adds files that locate names, labels, images and the like in custom resources.",
    examples: [{ text: "Add a configuration", line: "kust edit add configuration kustomizeconfig.yaml" }],
  },
  flags: EDIT_FLAGS,
  run: ({ args, flags, compat }, host) =>
    addFound("configurations", "configuration", "resource", args, flags, { host, compat }),
});

export const addBase = defineCommand({
  usage: "base DIR[,DIR...]",
  manual: {
    long: "Adds folders to `resources`, which has replaced `bases`.",
    examples: [{ text: "Add two bases", line: "kust edit add base ../base,../monitoring" }],
  },
  flags: EDIT_FLAGS,
  completeArgs: "directory",
  run: ({ args, flags, compat }, host) => {
    const [list] = args;
    if (list === undefined || args.length > 1) {
      fail("missing-argument", "must specify a base directory", {
        hint: "separate several with commas, without spaces",
      });
    }
    const site = editSite(flags, host, compat);
    const exists = (path: string) => path !== "" && site.fs.stat(path) !== undefined;
    return editFile(site, host, (file) => addBases(file, list.split(","), exists));
  },
});

export const removeResource = removeCommand("resources", "resource");
export const removeComponent = removeCommand("components", "component");
export const removeGenerator = removeCommand("generators", "generator");
export const removeTransformer = removeCommand("transformers", "transformer");

function removeCommand(field: PathField, noun: string) {
  return defineCommand({
    usage: `${noun} PATH...`,
    manual: {
      long: `Removes the entries of \`${field}\` that match a pattern.`,
      examples: [{ text: "Remove by pattern", line: `kust edit remove ${noun} '${field}/*.yaml'` }],
    },
    flags: EDIT_FLAGS,
    run: ({ args, flags, compat }, host) => {
      requirePaths(args, noun);
      return editFile(editSite(flags, host, compat), host, (file) => removePaths(file, field, args));
    },
  });
}

function requirePaths(args: string[], noun: string): void {
  if (args.length === 0) fail("missing-argument", `must specify a ${noun} file`);
}

interface Surroundings {
  host: Host;
  compat: Compat;
}

/** Adds paths that exist or can be cloned. Patterns never match the kustomization itself. */
async function addChecked(
  field: PathField,
  noun: string,
  args: string[],
  flags: EditFlagValues,
  { host, compat }: Surroundings,
  unchecked: boolean,
): Promise<number> {
  requirePaths(args, noun);
  const site = editSite(flags, host, compat);
  const paths = unchecked ? args : await existingPaths(site.fs, args, host);
  const own = fileNameAt(site);
  return await editFile(site, host, (file) => addPaths(file, field, paths.filter((path) => path !== own)));
}

/**
 * The matches of the patterns. Throws `KustError` for one that matches nothing and is not a folder or a repository
 * either.
 */
export async function existingPaths(fs: FileSystem, patterns: string[], host: Host): Promise<string[]> {
  const paths: string[] = [];
  for (const pattern of patterns) {
    const found = glob(fs, pattern);
    if (found.length === 0) await requireRepository(fs, pattern, host);
    pushAll(paths, found.length === 0 ? [pattern] : found);
  }
  return paths;
}

async function requireRepository(fs: FileSystem, path: string, host: Host): Promise<void> {
  const { parseRepoSpec } = await import("../../load/remote/git_url.ts");
  if (/[*?[]/.test(path) && !path.includes("://") && parseRepoSpec(path) === undefined) {
    fail("not-found", `'${path}' matches no file or folder`);
  }
  const { Loader } = await import("../../load/loader.ts");
  const { GitAndHttpSources } = await import("../../load/remote/sources.ts");
  await Loader.open(fs, path, { remote: new GitAndHttpSources(host) });
}

/** Adds files that exist, with a notice for each pattern that matches nothing. */
async function addFound(
  field: PathField,
  noun: string,
  content: string,
  args: string[],
  flags: EditFlagValues,
  { host, compat }: Surroundings,
): Promise<number> {
  if (args.length === 0) fail("missing-argument", `must specify a yaml file which contains a ${noun} ${content}`);
  const site = editSite(flags, host, compat);
  const paths = foundPaths(site, args, host);
  return paths.length === 0 ? 0 : await editFile(site, host, (file) => addPaths(file, field, paths));
}

/** The matches of the patterns, with a notice for each pattern without any. */
export function foundPaths(site: EditSite, patterns: string[], host: Host): string[] {
  return patterns.flatMap((pattern) => {
    const paths = glob(site.fs, pattern);
    if (paths.length === 0) host.writeStderr(`${pattern} has no match\n`);
    return paths;
  });
}

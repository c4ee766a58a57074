/** `kust create`: creates a kustomization in the current folder. */

import { fail, KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { readSource } from "../load/read_source.ts";
import { EditedFile } from "../edit/edited_file.ts";
import { parsePairs } from "../edit/changes/key_value_pairs.ts";
import { rewrite } from "../edit/rewrite.ts";
import type { FileSystem } from "../load/file_system.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { joinPath } from "../text/paths.ts";
import { readResources } from "../model/read/read_resources.ts";
import { defineCommand } from "./command.ts";
import { existingPaths } from "./edit/paths.ts";

export const command = defineCommand({
  usage: "create [flags]",
  manual: {
    long: "Writes a kustomization.yaml in the current folder, which must not have a kustomization yet.",
    examples: [
      { text: "An overlay of a base", line: "kust create --resources ../base" },
      { text: "A kustomization of all resources found here", line: "kust create --autodetect --recursive" },
      {
        text: "Several resources and fields",
        line: "kust create --resources deployment.yaml,service.yaml,../base --namespace staging --nameprefix acme-",
      },
    ],
  },
  flags: {
    annotations: { type: "string", valueName: "KEY:VALUE,…", complete: "none", help: "common annotations" },
    autodetect: { type: "bool", help: "add the files in this folder that hold Kubernetes resources" },
    labels: { type: "string", valueName: "KEY:VALUE,…", complete: "none", help: "common labels" },
    nameprefix: { type: "string", complete: "none", help: "the name prefix" },
    namespace: { type: "string", complete: "none", help: "the namespace" },
    namesuffix: { type: "string", complete: "none", help: "the name suffix" },
    recursive: { type: "bool", help: "with --autodetect: also search subfolders" },
    resources: {
      type: "string",
      valueName: "PATH,…",
      complete: "file",
      help: "resources: files, folders, repositories",
    },
  },
  completeArgs: "none",
  run: async ({ flags, compat }, host) => {
    const { fs } = host;
    const named = flags.resources === "" ? [] : await existingPaths(fs, flags.resources.split(","), host);
    checkNoKustomization(fs);
    const detected = flags.autodetect ? detectResources(fs, ".", flags.recursive) : [];
    const file = new EditedFile(new Source("kustomization.yaml", ""), compat);
    Object.assign(file.fields, {
      resources: [...named, ...detected.filter((path) => !named.includes(path))],
      namespace: flags.namespace,
      namePrefix: flags.nameprefix,
      nameSuffix: flags.namesuffix,
      commonAnnotations: pairsOf(flags.annotations, "annotation"),
      commonLabels: pairsOf(flags.labels, "label"),
    });
    fs.writeFile("kustomization.yaml", rewrite(file));
    return 0;
  },
});

function pairsOf(list: string, noun: string): Map<string, string> {
  return parsePairs(list === "" ? [] : list.split(","), noun);
}

function checkNoKustomization(fs: FileSystem): void {
  const present = KUSTOMIZATION_FILE_NAMES.find((name) => fs.stat(name) !== undefined);
  if (present === undefined) return;
  fail("already-exists", "kustomization file already exists", { file: present, hint: "change it with 'kust edit'" });
}

/**
 * The files in a folder that hold resources or nothing at all, as in kustomize. A subfolder with a kustomization is
 * listed itself, in place of its files.
 */
function detectResources(fs: FileSystem, folder: string, recursive: boolean): string[] {
  return fs.readDir(folder).flatMap((name) => {
    const path = joinPath(folder, name);
    if (fs.stat(path)?.isDirectory !== true) return holdsResources(fs, path) ? [path] : [];
    if (!recursive || fs.isLink(path)) return [];
    const hasKustomization = KUSTOMIZATION_FILE_NAMES.some((file) => fs.stat(joinPath(path, file)) !== undefined);
    return hasKustomization ? [path] : detectResources(fs, path, recursive);
  });
}

function holdsResources(fs: FileSystem, path: string): boolean {
  try {
    readResources(readSource(fs, path));
    return true;
  } catch (error) {
    if (error instanceof KustError) return false;
    throw error;
  }
}

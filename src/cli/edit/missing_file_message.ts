/** kustomize's message for a file or folder that a kustomization names and that does not exist. */

import type { EditedFile } from "../../edit/edited_file.ts";
import { encodeEntry, type Kustomization } from "../../edit/fields.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { joinPath } from "../../text/paths.ts";
import { print } from "../../yaml/write/print.ts";

/** How kustomize tells of a missing file, by the field that names it. `failure` is what went wrong with the path. */
const MESSAGES = {
  openapi: (_: string, failure: string) => failure,
  configurations: (_: string, failure: string) => failure,
  resources: (path: string, failure: string) => `accumulating resources: ${ofResource(path, failure)}`,
  components: (_: string, failure: string) => `accumulating components: loader.New "${ofFolder(failure)}"`,
  crds: (_: string, failure: string, paths: string[]) => `loading CRDs [${paths.join(" ")}]: ${failure}`,
  generators: (path: string, failure: string) => `loading generator plugins: ${ofResource(path, failure)}`,
  transformers: ofResource,
  validators: ofResource,
};

const FIELDS = Object.keys(MESSAGES) as (keyof typeof MESSAGES)[];

function ofResource(path: string, failure: string): string {
  return `accumulation err='accumulating resources from '${path}': ${failure}': ${ofFolder(failure)}`;
}

function ofFolder(failure: string): string {
  return `must build at directory: not a valid directory: ${failure}`;
}

/** @param message kust's own, which begins with the path. Undefined if no field of `file` has the path. */
export function messageOfMissingFile(message: string, file: EditedFile, fs: FileSystem): string | undefined {
  const { fields, codec } = file;
  const isNamed = (path: string | undefined) => path !== undefined && message.startsWith(`'${path}' `);
  for (const field of FIELDS) {
    const paths = pathsIn(fields, field);
    const path = paths.find(isNamed);
    if (path !== undefined) return MESSAGES[field](path, failureAt(path, fs), paths);
  }
  for (const { files = [], envs = [] } of [...fields.configMapGenerator ?? [], ...fields.secretGenerator ?? []]) {
    for (const [kind, sources] of [["env source files", envs], ["file sources", files]] as const) {
      const path = sources.map((source) => source.slice(source.indexOf("=") + 1)).find(isNamed);
      if (path !== undefined) return `loading KV pairs: ${kind}: [${sources.join(" ")}]: ${failureAt(path, fs)}`;
    }
  }
  const patch = fields.patches?.find(({ path }) => isNamed(path));
  return patch?.path &&
    `trouble configuring builtin PatchTransformer with config: \`\n${
      print(encodeEntry(codec, "patches", patch))
    }\`: failed to get the patch file from path(${patch.path}): ${failureAt(patch.path, fs)}`;
}

function pathsIn(fields: Kustomization, field: keyof typeof MESSAGES): string[] {
  const paths = field === "openapi" ? [fields.openapi?.get("path")] : fields[field];
  return paths?.filter((path) => path !== undefined) ?? [];
}

function failureAt(path: string, fs: FileSystem): string {
  const absolute = joinPath(fs.realPath("."), path);
  return `evalsymlink failure on '${absolute}' : lstat ${firstMissing(absolute, fs)}: no such file or directory`;
}

function firstMissing(path: string, fs: FileSystem): string {
  const ends = Array.from(path.matchAll(/(?<!^)(?=\/|$)/g), ({ index }) => index);
  return ends.map((end) => path.slice(0, end)).find((parent) => fs.stat(parent) === undefined) ?? path;
}

/** Files and components that no kustomization uses. */

import { Source } from "../../diagnostics/source.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { kustomization as table } from "../../kustomization/fields.ts";
import { pathsIn } from "../../kustomization/paths.ts";
import { FileError } from "../../load/file_system.ts";
import type { Target } from "../../pipeline/context/target.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import { joinPath } from "../../text/paths.ts";
import type { Report } from "../gather/collector.ts";

/**
 * Reports files with objects that no kustomization lists, although one lists other files of their folder.
 *
 * @param targets All kustomizations that were read, one for each root.
 * @param read Files that were read, if reads were recorded.
 */
export function unlistedFiles(targets: readonly Target[], read: ReadonlySet<string>, report: Report): void {
  const named = new Set(targets.flatMap(namedPaths));
  for (const target of targets) {
    const { loader: { root, files } } = target;
    // A kustomization that lists only folders or remote sources may have files for other purposes.
    if (!listsFiles(target)) continue;
    for (const name of namesIn(target)) {
      const path = joinPath(root, name);
      if (!/\.ya?ml$/.test(name) || KUSTOMIZATION_FILE_NAMES.includes(name)) continue;
      if (named.has(path) || read.has(path) || files.wasRead(path)) continue;
      const text = files.fileSystem.readText(path);
      if (!isObject(text)) continue;
      report.add({
        code: "unlisted-file",
        message: `no kustomization lists '${name}', which contains Kubernetes objects`,
        place: { source: new Source(files.nameOf(path), text), offset: 0 },
        notes: [{ message: "the kustomization of this folder is here", place: placeOf(target.kustomization.node) }],
        hint: "add it to 'resources', or exclude it in '.kust.yaml'",
      });
    }
  }
}

function namedPaths({ kustomization, loader }: Target): string[] {
  return [...pathsIn(table.fields, kustomization.node)].flatMap(({ role, node }) => {
    if (node.kind !== "scalar") return [];
    const path = role === "key=file" ? node.value.slice(node.value.indexOf("=") + 1) : node.value;
    return [joinPath(loader.root, path)];
  });
}

function listsFiles({ kustomization }: Target): boolean {
  return kustomization.resources.some(({ value }) => /^[^:]*\.ya?ml$/.test(value) && !value.startsWith("../"));
}

function namesIn({ loader: { root, files } }: Target): string[] {
  try {
    return files.fileSystem.readDir(root);
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}

/** False for templates and for configurations of kustomize and helm. */
function isObject(text: string): boolean {
  const kind = /^kind:[ \t]*["']?(\w+)/m.exec(text)?.[1];
  return kind !== undefined && /^apiVersion:/m.test(text) && !text.includes("{{") &&
    !/^apiVersion:[ \t]*["']?(?:kustomize\.config\.k8s\.io|builtin|config\.)/m.test(text) &&
    !/(?:Kustomization|Component)$/.test(kind);
}

/** @param components The folders that were found, with their names for messages. */
export function unusedComponents(
  components: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
  report: Report,
): void {
  for (const [root, name] of components) {
    if (used.has(root)) continue;
    report.add({
      code: "unused-component",
      message: `no kustomization here uses the component '${name}'`,
      file: name,
      hint: "add it to 'components' of a kustomization, or keep it for other repositories",
    });
  }
}

/** The new folder for a localized copy. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";
import type { Loader } from "../load/loader.ts";
import { baseName, dirName } from "../text/paths.ts";

/** Creates the folder, which must be new, in an existing folder. Returns its real path. */
export function makeDestination(fileSystem: FileSystem, path: string): string {
  if (fileSystem.stat(path) !== undefined || fileSystem.isLink(path)) {
    fail("already-exists", `the destination '${path}' already exists`, {
      file: path,
      hint: "choose a new folder",
    });
  }
  const parent = dirName(path.replace(/\/+$/, ""));
  if (fileSystem.stat(parent)?.isDirectory !== true) {
    fail("not-found", `the destination '${path}' cannot be created: there is no folder '${parent}'`, { file: path });
  }
  fileSystem.makeDir(path);
  return fileSystem.realPath(path);
}

/** The default name of the destination: after the target's folder, or its repository and ref. */
export function defaultDestination({ root, repo }: Loader): string {
  const folder = baseName(root);
  if (repo === undefined) return folder === "/" ? "localized" : `localized-${folder}`;
  const { spec, clone } = repo;
  const name = clone.dir === root ? baseName(spec.repoPath) : folder;
  return `localized-${name}-${spec.ref.replaceAll("/", "-")}`;
}

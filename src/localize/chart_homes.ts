/** Copies the folders of helm charts. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";
import { isAbsolute, joinPath, relativePath } from "../text/paths.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import type { ScopedLoader } from "./scoped_loader.ts";

/** The default folder of helm charts. */
const DEFAULT_HOME = "charts";

/** A root and the location of its copy. */
export interface CopiedRoot {
  loader: ScopedLoader;
  /** The file system for copies. */
  output: FileSystem;
  /** The folder of the root's copy. */
  copy: string;
}

/**
 * Copies a chart home. Returns the path to write in its place: "" for "", which means the default home. A missing home
 * is not an error, since helm may be about to unpack charts there.
 */
export async function copyChartHome(target: CopiedRoot, entry: string, node: Node | undefined): Promise<string> {
  if (isAbsolute(entry)) {
    fail("absolute-path", `the chart home '${entry}' is an absolute path and cannot be localized`, {
      ...atPlace(node),
      hint: "use a path relative to the kustomization",
    });
  }
  const { root, files } = target.loader.loader;
  const home = joinPath(root, entry || DEFAULT_HOME);
  const path = relativePath(root, home);
  if (files.fileSystem.stat(home) === undefined) return entry === "" ? "" : path;
  const { loader } = await target.loader.enter(path, node);
  // A copy goes to the resolved path, but the default home keeps its name.
  const to = home === joinPath(root, DEFAULT_HOME) ? path : relativePath(root, loader.root);
  const destination = joinPath(target.copy, to);
  if (target.output.stat(destination) === undefined) {
    copyFolder(files.fileSystem, loader.root, target.output, destination);
  }
  return entry === "" ? "" : to;
}

/**
 * Copies the contents of a folder, except symbolic links. Lists everything first, because the copy may be inside the
 * folder.
 */
function copyFolder(from: FileSystem, source: string, output: FileSystem, destination: string): void {
  const { folders, files } = contentsOf(from, source);
  for (const folder of folders) output.makeDir(joinPath(destination, folder));
  for (const file of files) output.writeFile(joinPath(destination, file), from.readFile(joinPath(source, file)));
}

/** Paths below a folder, each folder before its contents; "" is the folder itself. */
function contentsOf(fileSystem: FileSystem, top: string): { folders: string[]; files: string[] } {
  const folders = [""];
  const files: string[] = [];
  for (const folder of folders) {
    for (const name of fileSystem.readDir(joinPath(top, folder))) {
      const path = joinPath(folder, name);
      if (fileSystem.isLink(joinPath(top, path))) continue;
      (fileSystem.stat(joinPath(top, path))?.isDirectory ? folders : files).push(path);
    }
  }
  return { folders, files };
}

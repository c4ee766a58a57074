/** Finding folders, and messages about paths that are missing or lead to something else. */

import { type Diagnostic, fail, type Place } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { baseName, dirName, joinPath } from "../text/paths.ts";
import { FileError, type FileSystem, reasonOf } from "./file_system.ts";
import { shownUrl } from "./remote/git_safety.ts";
import { insteadOfPage } from "./remote/pasted_url.ts";
import type { ClonedRepo, RepoSpec } from "./remote/remote.ts";

/** The real path of a folder; `shown` is what messages call it. */
export function folderAt(fileSystem: FileSystem, path: string, shown: string, place: Place | undefined): string {
  try {
    const info = fileSystem.stat(path);
    if (info === undefined) return failNotFound(fileSystem, path, shown, place);
    if (info.isDirectory) return fileSystem.realPath(path);
  } catch (error) {
    if (error instanceof FileError) failToRead(error, fileSystem, path, shown, place);
    throw error;
  }
  fail(
    "not-a-folder",
    `'${shown}' is a file, not a folder with a kustomization`,
    placeOrFile(place, shown),
  );
}

/** The real path of the folder that `spec` asks for in its clone. */
export function folderInClone({ fileSystem, dir }: ClonedRepo, spec: RepoSpec, place: Place | undefined): string {
  const path = joinPath(dir, spec.path);
  if (fileSystem.stat(path) !== undefined) return folderAt(fileSystem, path, shownUrl(spec.raw), place);
  const instead = insteadOfPage(spec.raw);
  fail("not-found", `the repository ${shownUrl(spec.cloneUrl)} has no folder '${spec.path}'`, {
    place,
    hint: instead && `this is the address of a web page; use ${instead}`,
  });
}

/** Fails because the file system refused a path; `path` is what messages call it. */
export function failToRead(
  error: FileError,
  fileSystem: FileSystem,
  absolute: string,
  path: string,
  place: Place | undefined,
): never {
  switch (error.code) {
    case "not-found":
    case "not-directory":
      return failNotFound(fileSystem, absolute, path, place);
    case "is-directory":
      return fail("is-a-folder", `'${path}' is a folder, not a file`, placeOrFile(place, path));
    default:
      return fail("file-error", `cannot read '${path}': ${reasonOf(error)}`, placeOrFile(place, path));
  }
}

/** Says what is missing, and which name in the same folder is like it. */
function failNotFound(fileSystem: FileSystem, absolute: string, path: string, place: Place | undefined): never {
  const hint = hintOfMissing(fileSystem, absolute, path);
  fail("not-found", `'${path}' does not exist`, {
    ...placeOrFile(place, path),
    hint,
  });
}

/** What may be meant by a path that leads nowhere; nothing where the folders cannot be looked at. */
function hintOfMissing(fileSystem: FileSystem, absolute: string, path: string): string | undefined {
  try {
    return nearestPath(fileSystem, absolute, path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** Finds the first part of the path that is missing, and the nearest name for it. */
function nearestPath(fileSystem: FileSystem, absolute: string, path: string): string | undefined {
  if (fileSystem.isLink(absolute)) return "it is a dangling symbolic link";
  let missing = absolute;
  let shown = path.replace(/\/+$/, "");
  let rest = "";
  while (fileSystem.stat(dirName(missing)) === undefined && shown.includes("/")) {
    rest = `/${baseName(shown)}${rest}`;
    missing = dirName(missing);
    shown = shown.slice(0, shown.lastIndexOf("/"));
  }
  const folder = dirName(missing);
  if (fileSystem.stat(folder)?.isDirectory !== true) return undefined;
  const near = nearest(baseName(missing), fileSystem.readDir(folder));
  if (near !== undefined) {
    return didYouMean(shown.slice(0, shown.length - baseName(shown).length) + near + rest);
  }
  return rest === "" ? undefined : `there is no folder '${shown}'`;
}

/** Where a fault is: in the text that named the path, or else the path itself. */
function placeOrFile(place: Place | undefined, file: string): Pick<Diagnostic, "place" | "file"> {
  return place === undefined ? { file } : { place };
}

/** Finds folders, and reports paths that are missing or of the wrong kind. */

import { type Diagnostic, fail, type Place } from "../diagnostics/diagnostic.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { baseName, dirName, joinPath } from "../text/paths.ts";
import { FileError, reasonOf } from "./file_system.ts";
import { describeMissing, type MissingPath } from "./meant_path.ts";
import { shownUrl } from "./remote/git_safety.ts";
import { insteadOfPage } from "./remote/pasted_url.ts";
import type { ClonedRepo, RepoSpec } from "./remote/remote.ts";

/** The real path of a folder. */
export function folderAt(sought: Omit<MissingPath, "wanted">, place: Place | undefined): string {
  const missing: MissingPath = { ...sought, wanted: "folder" };
  const { fileSystem, absolute, path } = missing;
  try {
    const info = fileSystem.stat(absolute);
    if (info === undefined) return failNotFound(missing, place);
    if (info.isDirectory) return fileSystem.realPath(absolute);
  } catch (error) {
    if (error instanceof FileError) failToRead(error, missing, place);
    throw error;
  }
  fail("not-a-folder", `'${path}' is a file, not a folder with a kustomization`, {
    ...placeOrFile(place, path),
    ...(KUSTOMIZATION_FILE_NAMES.includes(baseName(path)) ? { hint: `name its folder: '${dirName(path)}'` } : {}),
  });
}

/** The real path of the folder of `spec` in its clone. */
export function folderInClone({ fileSystem, dir }: ClonedRepo, spec: RepoSpec, place: Place | undefined): string {
  const path = joinPath(dir, spec.path);
  if (fileSystem.stat(path) !== undefined) {
    return folderAt({ fileSystem, absolute: path, folder: dir, path: shownUrl(spec.raw) }, place);
  }
  const instead = insteadOfPage(spec.raw);
  fail("not-found", `the repository ${shownUrl(spec.cloneUrl)} has no folder '${spec.path}'`, {
    place,
    hint: instead && `this is the address of a web page; use ${instead}`,
  });
}

/** Fails because of an error of the file system. */
export function failToRead(error: FileError, missing: MissingPath, place: Place | undefined): never {
  const { path } = missing;
  switch (error.code) {
    case "not-found":
    case "not-directory":
      return failNotFound(missing, place);
    case "is-directory":
      return fail("is-a-folder", `'${path}' is a folder, not a file`, placeOrFile(place, path));
    default:
      return fail("file-error", `cannot read '${path}': ${reasonOf(error)}`, placeOrFile(place, path));
  }
}

function failNotFound(missing: MissingPath, place: Place | undefined): never {
  const { message, hint } = describeMissing(missing, place === undefined);
  fail("not-found", message, { ...placeOrFile(place, missing.path), hint });
}

/** The place of an error: that of the text that names the path, or else the path itself. */
function placeOrFile(place: Place | undefined, file: string): Pick<Diagnostic, "place" | "file"> {
  return place === undefined ? { file } : { place };
}

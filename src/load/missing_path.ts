/** Finds folders, and reports paths that are missing or of the wrong kind. */

import { type Diagnostic, fail, type Place } from "../diagnostics/diagnostic.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { baseName, dirName } from "../text/paths.ts";
import { FileError, reasonOf } from "./file_system.ts";
import { describeMissing, type MissingPath } from "./meant_path.ts";

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

/** Finds folders that hold a kustomization, to complete paths. */

import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import type { FileSystem } from "../../load/file_system.ts";

/** Limits for the depth and the number of folders to search, because Tab must answer at once. */
const MAX_DEPTH = 6;
const MAX_FOLDERS = 2000;

/**
 * Completes a partly typed path: the folders that continue it and have a kustomization in or below them, each with a
 * `/` at the end.
 */
export function foldersWithKustomization(files: FileSystem, typed: string): string[] {
  const head = typed.slice(0, typed.lastIndexOf("/") + 1);
  const start = typed.slice(head.length);
  const search = { files, left: MAX_FOLDERS };
  return folders(files, head === "" ? "." : head)
    .filter((name) => name.startsWith(start) && (start !== "" || !name.startsWith(".")))
    .filter((name) => leadsToKustomization(search, head + name, MAX_DEPTH))
    .map((name) => `${head}${name}/`);
}

function leadsToKustomization(search: { files: FileSystem; left: number }, folder: string, depth: number): boolean {
  if (depth === 0 || search.left-- <= 0) return false;
  if (KUSTOMIZATION_FILE_NAMES.some((name) => search.files.stat(`${folder}/${name}`)?.isFile === true)) return true;
  return folders(search.files, folder).some((name) =>
    !name.startsWith(".") && name !== "node_modules" && leadsToKustomization(search, `${folder}/${name}`, depth - 1)
  );
}

/** Names of the folders in a folder; none if it cannot be read. */
function folders(files: FileSystem, path: string): string[] {
  try {
    return files.readDir(path).filter((name) => files.stat(`${path}/${name}`)?.isDirectory === true);
  } catch {
    return [];
  }
}

/** Folders that hold a kustomization, for the completion of paths. */

import type { FileSystem } from "../../load/file_system.ts";

const FILE_NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** How deep below a folder a kustomization is looked for, and in how many folders in all: Tab must answer at once. */
const MAX_DEPTH = 6;
const MAX_FOLDERS = 2000;

/**
 * What a path that is typed so far can become: the folders that go on with it and have a kustomization in or below them,
 * each with a `/` at its end.
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
  if (FILE_NAMES.some((name) => search.files.stat(`${folder}/${name}`)?.isFile === true)) return true;
  return folders(search.files, folder).some((name) =>
    !name.startsWith(".") && name !== "node_modules" && leadsToKustomization(search, `${folder}/${name}`, depth - 1)
  );
}

/** Names of the folders in a folder; none where it cannot be read. */
function folders(files: FileSystem, path: string): string[] {
  try {
    return files.readDir(path).filter((name) => files.stat(`${path}/${name}`)?.isDirectory === true);
  } catch {
    return [];
  }
}

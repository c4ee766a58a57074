/** Finds the kustomizations that no other one builds on. */

import { basesIn } from "../load/bases_in.ts";
import { FileError, type FileSystem } from "../load/file_system.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import { joinPath } from "../text/paths.ts";

/**
 * Those of `folders` that no other one of `users` names as a base or component. Only reads the files, so that invalid
 * kustomizations count too.
 */
export function leavesOf<Folder extends { path: string }>(
  folders: readonly Folder[],
  users: readonly string[],
  fileSystem: FileSystem,
): Folder[] {
  const used = new Set<string>();
  for (const user of users) {
    const own = realFolder(user, fileSystem);
    for (const base of basesIn(fileSystem, user)) {
      const folder = parseRepoSpec(base) === undefined ? realFolder(joinPath(user, base), fileSystem) : undefined;
      if (folder !== undefined && folder !== own) used.add(folder);
    }
  }
  return folders.filter(({ path }) => !used.has(realFolder(path, fileSystem) ?? path));
}

/** Undefined if the path is not a folder. */
function realFolder(path: string, fileSystem: FileSystem): string | undefined {
  try {
    return fileSystem.stat(path)?.isDirectory === true ? fileSystem.realPath(path) : undefined;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

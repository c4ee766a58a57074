/** Files in memory that tell every access, to hold against what a build says that it read. */

import { FileError, type FileInfo, type FileSystem } from "../load/file_system.ts";
import type { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { baseName, dirName, joinPath } from "../text/paths.ts";

/** What a caller wanted to know of a path without links in it. */
export interface Access {
  kind: "read" | "list" | "look";
  path: string;
  /** The path as it was asked for. */
  asked: string;
  isThere: boolean;
}

/** The same files, with accesses told to `told`. */
export function telling(files: MemoryFileSystem, told: (access: Access) => void): FileSystem {
  const tell = (kind: Access["kind"], path: string) => {
    const place = placeOf(files, path);
    told({ kind, path: place, asked: path, isThere: files.stat(place) !== undefined || files.isLink(place) });
  };
  return {
    cwd: () => files.cwd(),
    readFile: (path) => (tell("read", path), files.readFile(path)),
    readText: (path) => (tell("read", path), files.readText(path)),
    stat: (path): FileInfo | undefined => (tell("look", path), files.stat(path)),
    realPath: (path) => (tell("look", path), files.realPath(path)),
    isLink: (path) => (tell("look", joinPath(placeOf(files, dirName(path)), baseName(path))), files.isLink(path)),
    readDir: (path) => (tell("list", path), files.readDir(path)),
    writeFile: (path, content, mode) => files.writeFile(path, content, mode),
    replaceFile: (path, content) => files.replaceFile(path, content),
    makeDir: (path) => files.makeDir(path),
    remove: (path) => files.remove(path),
  };
}

/** The path without links in it, as far as it exists. */
function placeOf(files: MemoryFileSystem, path: string): string {
  try {
    return files.realPath(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return path === dirName(path) ? path : joinPath(placeOf(files, dirName(path)), baseName(path));
  }
}

/** Paths of what need not be there. */

import { baseName, dirName } from "../text/paths.ts";
import type { FileSystem } from "./file_system.ts";

/**
 * An absolute path with the links in the folders resolved that it is in, as far as they exist. Unlike
 * `FileSystem.realPath`, it is that of a link itself, and of what is missing too.
 */
export function realPathOfName(path: string, files: FileSystem): string {
  const folder = dirName(path);
  if (folder === path) return path;
  const real = files.stat(folder)?.isDirectory === true ? files.realPath(folder) : realPathOfName(folder, files);
  return real === "/" ? `/${baseName(path)}` : `${real}/${baseName(path)}`;
}

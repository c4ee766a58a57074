/** Real paths of files and folders that need not exist. */

import { baseName, dirName } from "../text/paths.ts";
import type { FileSystem } from "./file_system.ts";

/**
 * An absolute path with links in its folders resolved, as far as they exist. Unlike `FileSystem.realPath`, it does not
 * follow the last step, which need not exist.
 */
export function realPathOfName(path: string, files: FileSystem): string {
  const folder = dirName(path);
  if (folder === path) return path;
  const real = files.stat(folder)?.isDirectory === true ? files.realPath(folder) : realPathOfName(folder, files);
  return real === "/" ? `/${baseName(path)}` : `${real}/${baseName(path)}`;
}

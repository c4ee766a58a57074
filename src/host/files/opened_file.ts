/** Checks a file by its descriptor, since its path may lead elsewhere by now. */

import { FileError } from "../../load/file_system.ts";

/** The part of a file's status used here, of `node:fs` and of Deno. */
export interface Identity {
  dev: number;
  ino: number | null;
}

/** What is known of paths, by `node:fs` or by Deno. */
export interface Paths {
  realPath(path: string): string;
  /** Does not follow a link. */
  identity(path: string): Identity;
}

/**
 * Throws if an opened file is not the one at `path`, which had no links when it was checked.
 *
 * @param openedPath The path of the open file according to the system. Absent: the system does not tell; then the path
 *   is checked again, which somebody who changes it all the time may pass.
 */
export function checkOpened(path: string, opened: Identity, openedPath: string | undefined, paths: Paths): void {
  if (openedPath === path || openedPath === `${path}${DELETED}`) return;
  // A disk that ignores case may write a name in another one than the user.
  const isPath = openedPath === undefined
    ? paths.realPath(path) === path
    : openedPath.toLowerCase() === path.toLowerCase();
  if (isPath && isSame(paths.identity(path), opened)) return;
  throw new FileError("other", path, `${path}: was replaced by a link while it was read`);
}

/** Linux adds this to the path of a file that was removed or replaced since. */
const DELETED = " (deleted)";

function isSame(a: Identity, b: Identity): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

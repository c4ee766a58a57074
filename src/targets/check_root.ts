/** Checks folders that a user names, before they are searched. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";

/** Throws `not-found` or `not-a-folder` unless there is such a folder in one of the file systems. */
export function checkRoot(root: string, ...fileSystems: readonly FileSystem[]): void {
  const found = fileSystems.map((files) => files.stat(root)).filter((info) => info !== undefined);
  if (found.some(({ isDirectory }) => isDirectory)) return;
  if (found.length > 0) fail("not-a-folder", `'${root}' is a file, and targets are folders`, { file: root });
  fail("not-found", `there is no folder '${root}'`, { file: root });
}

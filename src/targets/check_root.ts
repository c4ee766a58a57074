/** Checks folders that a user names, before they are searched. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";

/** Throws `not-found` if there is no such folder. */
export function checkRoot(root: string, fileSystem: FileSystem): void {
  if (fileSystem.stat(root)?.isDirectory !== true) fail("not-found", `there is no folder '${root}'`, { file: root });
}

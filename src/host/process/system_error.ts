/** Converts system errors to the file system's own. */

import { FileError, type FileErrorCode } from "../../load/file_system.ts";
import { ownValue } from "../../text/own_value.ts";

const CODES: Record<string, [FileErrorCode, string]> = {
  ENOENT: ["not-found", "no such file or directory"],
  EISDIR: ["is-directory", "is a directory"],
  ENOTDIR: ["not-directory", "not a directory"],
  EACCES: ["permission", "permission denied"],
  EPERM: ["permission", "operation not permitted"],
  EEXIST: ["exists", "file exists"],
  ELOOP: ["other", "too many levels of symbolic links"],
  ENAMETOOLONG: ["other", "file name too long"],
  ENXIO: ["not-regular", "is not a regular file"],
  ENODEV: ["not-regular", "is not a regular file"],
  ERR_INVALID_ARG_VALUE: ["not-found", "a path cannot hold the character U+0000"],
  ENOSPC: ["other", "no space left on device"],
  EROFS: ["permission", "read-only file system"],
};

/** Runs `action`, and converts system errors to `FileError`. */
export function guarded<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const system = systemCode(error);
    const [code, reason] = ownValue(CODES, system) ?? ["other", error instanceof Error ? error.message : String(error)];
    throw new FileError(code, path, `${path}: ${reason}`);
  }
}

/** Rejects pipes, devices and sockets: reading one may never end, and takes data from other programs. */
export function checkNotSpecial(path: string, isSpecial: boolean): void {
  if (isSpecial) throw new FileError("not-regular", path, `${path}: is not a regular file`);
}

/** `ENOENT` and the like; "" if it is not a system error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

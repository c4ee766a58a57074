/**
 * The one way to files. Everything reads and writes through it, so that a build runs alike on a disk, in memory and in a
 * browser. Paths are POSIX paths; a relative one counts from `cwd()`. All calls are synchronous: sources that are not
 * (git, http, processes) are capabilities of their own.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Why a call failed; `FileError.code`. */
export type FileErrorCode =
  | "not-found"
  | "is-directory"
  | "not-directory"
  | "permission"
  | "exists"
  | "not-regular"
  | "other";

/** What every method throws where the file system refuses. */
export class FileError extends Error {
  readonly code: FileErrorCode;
  readonly path: string;

  constructor(code: FileErrorCode, path: string, message: string) {
    super(message);
    this.name = "FileError";
    this.code = code;
    this.path = path;
  }
}

/** What the system said, without the path that its message begins with. */
export function reasonOf({ message, path }: FileError): string {
  return message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
}

/** What is written to a file; parts of a text are written as they come, and may be asked for more than once. */
export type Content = Uint8Array | string | Iterable<string>;

/** The diagnostic of a file error that no caller has told better. */
export function diagnosticOfFileError(error: FileError): Diagnostic {
  return { code: "file-error", message: `cannot access '${error.path}': ${reasonOf(error)}`, file: error.path };
}

export interface FileInfo {
  isFile: boolean;
  isDirectory: boolean;
  /** Permission bits, such as 0o644. */
  mode: number;
}

export interface FileSystem {
  /** Absolute path of the folder that relative paths count from. */
  cwd(): string;
  readFile(path: string): Uint8Array;
  /** Reads UTF-8 text; bytes that are none become U+FFFD, and a byte order mark is kept. */
  readText(path: string): string;
  /** Follows symbolic links; undefined where there is nothing. */
  stat(path: string): FileInfo | undefined;
  /** Absolute path with every symbolic link resolved. */
  realPath(path: string): string;
  /** Whether the path itself is a symbolic link. */
  isLink(path: string): boolean;
  /** Names in a folder, sorted by code units. */
  readDir(path: string): string[];
  /** Creates or overwrites; parents must exist. `mode` counts for new files only; without it they have what the umask gives. */
  writeFile(path: string, content: Content, mode?: number): void;
  /**
   * Writes beside the file and renames: afterwards the old content or the new is there, whole; mode and links are kept. Refuses
   * what is no regular file.
   */
  replaceFile(path: string, content: Content): void;
  /** Creates the folder and its parents. */
  makeDir(path: string): void;
  /** Removes a file, or a folder with all in it; nothing there is no error. */
  remove(path: string): void;
}

/**
 * The only access to files. Everything reads and writes through it, so that a build runs the same way on disk, in
 * memory and in a browser. Paths are POSIX paths; relative ones are resolved from `cwd()`. All calls are synchronous:
 * asynchronous sources (git, http, processes) are separate capabilities.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** The reason why a call failed; `FileError.code`. */
export type FileErrorCode =
  | "not-found"
  | "is-directory"
  | "not-directory"
  | "permission"
  | "exists"
  | "not-regular"
  | "other";

/** Thrown by every method when the file system fails. */
export class FileError extends Error {
  /** The reason, for programs. */
  readonly code: FileErrorCode;
  /** The path as it was passed to the method. */
  readonly path: string;

  /** Creates an error whose message is for people. */
  constructor(code: FileErrorCode, path: string, message: string) {
    super(message);
    this.name = "FileError";
    this.code = code;
    this.path = path;
  }
}

/** The system's message, without the path at its start. */
export function reasonOf({ message, path }: FileError): string {
  return message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
}

/**
 * The content to write to a file. The parts of a text are written as they arrive, and may be iterated more than once.
 */
export type Content = Uint8Array | string | Iterable<string>;

/** The diagnostic for a file error without a better one from a caller. */
export function diagnosticOfFileError(error: FileError): Diagnostic {
  return { code: "file-error", message: `cannot access '${error.path}': ${reasonOf(error)}`, file: error.path };
}

/** The kind and the permissions of a file or folder. */
export interface FileInfo {
  /** Whether it is a regular file. */
  isFile: boolean;
  /** Whether it is a folder. */
  isDirectory: boolean;
  /** Permission bits, such as 0o644. */
  mode: number;
}

/** A name in a folder. */
export interface FolderEntry {
  /** Its last step only. */
  name: string;
  /** What it is itself: a link is `other`, as is what the system does not tell. */
  kind: "file" | "folder" | "other";
}

/** What other users may do with a file or folder. */
export interface OthersAccess {
  /** Whether they can change it. */
  write: boolean;
  /** Whether they can enter a folder. */
  enter: boolean;
  /** Whether they can rename or remove files of others in a folder. Absent: if they can write to it. */
  replace?: boolean;
}

/**
 * The files of a build. Paths are POSIX paths, with `/` on every platform; relative ones are resolved from `cwd()`. All
 * calls are synchronous, and throw `FileError` and nothing else. A build only reads: an embedder may leave the methods
 * that write to throw.
 */
export interface FileSystem {
  /** Absolute path of the folder that relative paths are resolved from. */
  cwd(): string;
  /** The path that people mean by a text, if they write paths otherwise: `C:\\repo\\base`. Absent: the text. */
  pathOf?(text: string): string;
  /**
   * The bytes of a file. `isReal`: the path was checked and has no symbolic links; reading fails if somebody has put
   * one into it since.
   */
  readFile(path: string, isReal?: boolean): Uint8Array;
  /** Reads UTF-8 text; invalid bytes become U+FFFD, and a byte order mark is kept. `isReal` as for `readFile`. */
  readText(path: string, isReal?: boolean): string;
  /** Follows symbolic links; undefined if nothing exists. */
  stat(path: string): FileInfo | undefined;
  /** Absolute path with every symbolic link resolved. */
  realPath(path: string): string;
  /** Whether the path itself is a symbolic link. */
  isLink(path: string): boolean;
  /** The text of a symbolic link. Absent: only `realPath` tells where it leads. */
  readLink?(path: string): string;
  /** The file system that has the very same file at a real path, so that it is read once for both. Absent: none has. */
  sameAs?(path: string): FileSystem | undefined;
  /** Names in a folder, sorted by code units. */
  readDir(path: string): string[];
  /** As `readDir`, with the kind of each, which saves a call for each. Absent: only the other calls tell. */
  entries?(path: string): FolderEntry[];
  /**
   * Creates or overwrites a file; its parents must exist. `mode` only applies to new files; by default they follow the
   * umask.
   */
  writeFile(path: string, content: Content, mode?: number): void;
  /**
   * Replaces a file atomically, by a rename: afterwards it has either the old or the new content. Keeps mode and links.
   * Rejects anything but a regular file.
   */
  replaceFile(path: string, content: Content): void;
  /** Creates the folder and its parents, with `mode` restricted by the umask. */
  makeDir(path: string, mode?: number): void;
  /**
   * What users other than the current one and root may do with the file or folder. Absent: there are no other users.
   */
  accessOfOthers?(path: string): OthersAccess;
  /** Removes a file, or a folder with its contents; a missing one is not an error. */
  remove(path: string): void;
}

/** Resolves paths and symbolic links like the kernel, for file systems that only know paths without links. */

import { dirName, joinPath } from "../../text/paths.ts";
import { FileError, type FileErrorCode } from "../file_system.ts";
import { pushAll } from "../../text/push_all.ts";

/** What a walk needs to know about the node at a path. */
export interface Walkable {
  readonly kind: "file" | "folder" | "link";
}

/** The end of a walk: a path without links in it, and the node there, if any. */
export interface Walked<N extends Walkable> {
  path: string;
  node: N | undefined;
}

/** The same limit as on Linux. */
export const MAX_LINKS = 40;

/**
 * Walks an absolute path: `..` after a link leaves the link's target. Throws `FileError` if a folder on the way is
 * missing.
 *
 * @param nodeAt Returns the node at a path without links in it.
 * @param targetOf Returns the text of the link at such a path.
 * @param followLast Whether to follow a link at the end.
 */
export function walkPath<N extends Walkable>(
  path: string,
  nodeAt: (path: string) => N | undefined,
  targetOf: (path: string, link: N) => string,
  followLast: boolean,
): Walked<N> {
  const pending = path.split("/").filter(isStep).reverse();
  let here = "/";
  let node = nodeAt(here);
  for (let links = 0, name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (node?.kind !== "folder") throw refusal(node === undefined ? "not-found" : "not-directory", path);
    const next = name === ".." ? dirName(here) : joinPath(here, name);
    const found = nodeAt(next);
    if (found?.kind === "link" && (followLast || pending.length > 0)) {
      if (++links > MAX_LINKS) throw refusal("other", path, "too many levels of symbolic links");
      const target = targetOf(next, found);
      if (target.startsWith("/")) node = nodeAt(here = "/");
      pushAll(pending, target.split("/").filter(isStep).reverse());
    } else {
      here = next;
      node = found;
    }
  }
  return { path: here, node };
}

function isStep(name: string): boolean {
  return name !== "" && name !== ".";
}

/** The result of `find`; undefined if there is nothing at the path, nor a folder for it. */
export function orNothing<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof FileError && (error.code === "not-found" || error.code === "not-directory")) return undefined;
    throw error;
  }
}

const REASONS: Record<FileErrorCode, string> = {
  "not-found": "no such file or directory",
  "is-directory": "is a directory",
  "not-directory": "not a directory",
  permission: "permission denied",
  exists: "file exists",
  "not-regular": "is not a regular file",
  other: "cannot be used",
};

/** An error with the system's message. */
export function refusal(code: FileErrorCode, path: string, reason: string = REASONS[code]): FileError {
  return new FileError(code, path, `${path}: ${reason}`);
}

/** The reads of a build: `BuildResult.reads`. */

import type { Place } from "../diagnostics/diagnostic.ts";

/** The text that requested a read. */
export interface Asker {
  /** The place of the text, usually in a kustomization. */
  place: Place;
  /** A JSON pointer to the field in that file, such as `/resources/0`. */
  field: string;
}

/** The origin of a read. */
export interface Asked {
  /** The texts that requested it, in order; none for requests of the caller of the build. */
  askedBy: readonly Asker[];
}

/**
 * The information that a build used about a path; of several, the most detailed. `file`: its content; `listing`: the
 * names in a folder; `tree`: a folder with its contents, for a program; `link`: the target of a symbolic link; `found`:
 * only that it exists, and whether it is a folder; `missing`: that it does not exist.
 */
export type PathKind = "file" | "listing" | "tree" | "link" | "found" | "missing";

/** A path on the disk that a build read or looked for. */
export interface PathRead extends Asked {
  /** The information that the build used. */
  kind: PathKind;
  /** Absolute, without links in it: each link on the way to a file is a separate read. */
  path: string;
}

/** A git repository that a build cloned. */
export interface RepositoryRead extends Asked {
  /** Distinguishes it from other reads. */
  kind: "repository";
  /** The URL for git, without a password. */
  url: string;
  /** Branch, tag or commit; "" for the default branch. */
  ref: string;
  /** The folder in it; "" for its root. */
  path: string;
  /** The hash of the commit; absent if the source does not report it. */
  commit?: string;
}

/** A file that a build fetched over http. */
export interface HttpRead extends Asked {
  /** Distinguishes it from other reads. */
  kind: "http";
  /** Without a password. */
  url: string;
}

/** A chart that helm rendered. */
export interface ChartRead extends Asked {
  /** Distinguishes it from other reads. */
  kind: "chart";
  /** Its name. */
  name: string;
  /** The version that the kustomization requests; "" for any. */
  version: string;
  /** Without a password; "" if it has none. */
  repo: string;
  /** The folder that helm rendered. */
  path: string;
}

/** A function or plugin. Its own reads are not recorded, but the folder that it runs in is a read of kind `tree`. */
export interface ProgramRead extends Asked {
  /** Distinguishes it from other reads. */
  kind: "program";
  /** A path, or a name on PATH. */
  path: string;
}

/** One read or lookup of a build. */
export type Read = PathRead | RepositoryRead | HttpRead | ChartRead | ProgramRead;

/** Whether a read is of a path on the disk. */
export function isPathRead(read: Read): read is PathRead {
  return "path" in read && read.kind !== "repository" && read.kind !== "chart" && read.kind !== "program";
}

/** What a build read: `BuildResult.reads`. */

import type { Place } from "../diagnostics/diagnostic.ts";

/** The text that asked for something. */
export interface Asker {
  /** Where the text is, usually in a kustomization. */
  place: Place;
  /** A JSON pointer to the field in that file, such as `/resources/0`. */
  field: string;
}

/** Who asked for a read. */
export interface Asked {
  /** Those that asked, in order; none for what the caller of the build asked for. */
  askedBy: readonly Asker[];
}

/**
 * What a build wanted of a path. Of several, the one that tells most:
 * `file`: its content; `listing`: the names in a folder; `tree`: a folder with all in it, for a program; `link`: where a
 * symbolic link leads; `found`: only whether it is there, and whether it is a folder; `missing`: the same, and nothing is.
 */
export type PathKind = "file" | "listing" | "tree" | "link" | "found" | "missing";

/** A path on the disk that a build read or looked for. */
export interface PathRead extends Asked {
  /** What the build wanted of it. */
  kind: PathKind;
  /** Absolute, without links in it: each link on the way to a file is a read of its own. */
  path: string;
}

/** A git repository that a build cloned. */
export interface RepositoryRead extends Asked {
  /** Tells it from other reads. */
  kind: "repository";
  /** As git takes it, without a password. */
  url: string;
  /** Branch, tag or commit; "" for the default branch. */
  ref: string;
  /** The folder in it; "" for its root. */
  path: string;
  /** The hash that the ref stood for; absent if the source does not tell. */
  commit?: string;
}

/** A file that a build fetched over http. */
export interface HttpRead extends Asked {
  /** Tells it from other reads. */
  kind: "http";
  /** Without a password. */
  url: string;
}

/** A chart that helm rendered. */
export interface ChartRead extends Asked {
  /** Tells it from other reads. */
  kind: "chart";
  /** Its name. */
  name: string;
  /** The version that the kustomization asks for; "" for any. */
  version: string;
  /** Without a password; "" if it has none. */
  repo: string;
  /** The folder that helm rendered. */
  path: string;
}

/** A function or plugin. What it reads by itself nobody sees: the folder that it runs in is a read of kind `tree`. */
export interface ProgramRead extends Asked {
  /** Tells it from other reads. */
  kind: "program";
  /** A path, or a name on PATH. */
  path: string;
}

/** One thing that a build read or looked for. */
export type Read = PathRead | RepositoryRead | HttpRead | ChartRead | ProgramRead;

/** Whether a read is of a path on the disk. */
export function isPathRead(read: Read): read is PathRead {
  return "path" in read && read.kind !== "repository" && read.kind !== "chart" && read.kind !== "program";
}

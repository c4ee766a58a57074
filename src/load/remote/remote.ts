/**
 * The sources of a build outside the file system: git repositories and http(s) files. They are the only asynchronous
 * part of loading; a build without them never waits.
 *
 * `parseRepoSpec(text)` in `git_url.ts` decides whether a text names a repository, without access to any source.
 */

import type { FileSystem } from "../file_system.ts";

/** A folder in a git repository, parsed from a text such as `github.com/org/repo//path?ref=v1`. */
export interface RepoSpec {
  /** The text as written. */
  readonly raw: string;
  /** Scheme, user and host for git, with the `/` or `:` after them: `https://github.com/`, `git@github.com:`. */
  readonly host: string;
  /** The repository on that host: `org/repo`. */
  readonly repoPath: string;
  /** The URL for `git`: `host` and `repoPath`. */
  readonly cloneUrl: string;
  /** Branch, tag or commit; "" for the default branch. */
  readonly ref: string;
  /** The folder in the repository, without a leading slash; "" for its root. */
  readonly path: string;
  /** Whether to fetch submodules too. */
  readonly submodules: boolean;
  /** Time limit for git, in milliseconds. */
  readonly timeoutMs: number;
}

/** A repository on disk (or in memory). */
export interface ClonedRepo {
  /** The file system that contains the clone. */
  readonly fileSystem: FileSystem;
  /** Absolute path of the repository's root with symbolic links resolved. */
  readonly dir: string;
  /** The hash of the commit that is checked out. Absent: the source does not report it. */
  commit?(): Promise<string>;
}

/** The remote sources of a build. Throws `KustError`. */
export interface RemoteSources {
  /** Clones once per URL and ref; later calls return the same clone. The folder `spec.path` need not exist. */
  clone(spec: RepoSpec): Promise<ClonedRepo>;
  /**
   * Fetches a whole file. Fails with `http-failed` if the server returns an error, but with `is-repository` if the URL
   * also names a git repository (which the caller then tries).
   */
  fetch(url: string): Promise<Uint8Array>;
}

/** Whether kustomize fetches this text over http: its scheme is http or https. */
export function isHttpUrl(text: string): boolean {
  const start = text.slice(0, "https:".length).toLowerCase();
  return start === "https:" || start.startsWith("http:");
}

/**
 * What a build needs of sources that are not in the file system: git repositories and http(s) files. They are the only
 * asynchronous part of loading; a build without them never waits.
 *
 * Whether a text names a repository is decided without any source, by `parseRepoSpec(text)` of `git_url.ts`.
 */

import type { FileSystem } from "../file_system.ts";

/** A folder in a git repository, as kustomize reads it from a text such as `github.com/org/repo//path?ref=v1`. */
export interface RepoSpec {
  /** The text as written. */
  readonly raw: string;
  /** Scheme, user and host as git takes them, with the `/` or `:` that ends them: `https://github.com/`, `git@github.com:`. */
  readonly host: string;
  /** The repository at that host: `org/repo`. */
  readonly repoPath: string;
  /** What `git` is given: `host` and `repoPath`. */
  readonly cloneUrl: string;
  /** Branch, tag or commit; "" for the default branch. */
  readonly ref: string;
  /** The folder in the repository, without a leading slash; "" for its root. */
  readonly path: string;
  readonly submodules: boolean;
  readonly timeoutMs: number;
}

/** A repository on disk (or in memory). */
export interface ClonedRepo {
  /** Where the clone can be read. */
  readonly fileSystem: FileSystem;
  /** Absolute path of the repository's root with symbolic links resolved. */
  readonly dir: string;
}

/** The capability that a build is given. Throws `KustError`. */
export interface RemoteSources {
  /** Clones once per url and ref; later calls give the same clone. What `spec.path` names need not exist. */
  clone(spec: RepoSpec): Promise<ClonedRepo>;
  /**
   * Gets a file, whole. Fails with code `http-failed` where the server answers with an error, and with `is-repository`
   * where it does so and the address also names a git repository (the caller then tries that), else `http-failed`.
   */
  fetch(url: string): Promise<Uint8Array>;
}

/** Whether kustomize fetches this text over http: its scheme is http or https, whatever follows. */
export function isHttpUrl(text: string): boolean {
  return /^https?:/i.test(text);
}

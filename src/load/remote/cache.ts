/**
 * The cache between runs, in a folder that the user names (`--remote-cache`): the commits of repositories by hash, the
 * last known commit of each branch or tag, and files fetched over http.
 *
 *     git/commits/<hash>[-plain]/   a bare copy of the clone's `.git` folder, with submodules unless `-plain`; `whole` once complete
 *     git/refs/<digest of url and ref>
 *     http/<digest of url>
 *
 * Several programs may use one folder at once: files are replaced atomically, commits are named by their content, and
 * nothing is
 * read before `whole` exists.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { sha256Hex } from "../../text/sha256.ts";
import { encodeUtf8 } from "../../text/utf8.ts";
import { FileError, type FileSystem } from "../file_system.ts";

/** Names in `.git` that are of one checkout, not of the commit. */
const NOT_KEPT = new Set(["index", "FETCH_HEAD", "ORIG_HEAD", "hooks", "logs"]);

export class RemoteCache {
  readonly #files: FileSystem;
  readonly #dir: string;

  constructor(fileSystem: FileSystem, dir: string) {
    this.#files = fileSystem;
    this.#dir = dir;
  }

  /** The last known commit of a branch or tag. */
  commitOf(cloneUrl: string, ref: string): string | undefined {
    const path = this.#refPath(cloneUrl, ref);
    return this.#files.stat(path)?.isFile ? this.#files.readText(path).trim() : undefined;
  }

  /** Copies a commit's `.git` folder to a new place. Returns whether the commit was in the cache. */
  restore(commit: string, submodules: boolean, gitDir: string): boolean {
    const kept = this.#commitDir(commit, submodules);
    if (this.#files.stat(`${kept}/whole`) === undefined) return false;
    this.#copy(`${kept}/git`, gitDir, (path, content) => this.#files.writeFile(path, content));
    return true;
  }

  /** Saves a commit's `.git` folder, and records that `ref` is this commit. */
  keep(cloneUrl: string, ref: string, commit: string, submodules: boolean, gitDir: string): void {
    this.#writing(() => {
      const kept = this.#commitDir(commit, submodules);
      if (this.#files.stat(`${kept}/whole`) === undefined) {
        this.#copy(gitDir, `${kept}/git`, (path, content) => this.#files.replaceFile(path, content), NOT_KEPT);
        this.#files.replaceFile(`${kept}/whole`, "");
      }
      this.#replace(this.#refPath(cloneUrl, ref), commit + "\n");
    });
  }

  file(url: string): Uint8Array | undefined {
    const path = this.#filePath(url);
    return this.#files.stat(path)?.isFile ? this.#files.readFile(path) : undefined;
  }

  keepFile(url: string, content: Uint8Array): void {
    this.#writing(() => this.#replace(this.#filePath(url), content));
  }

  #commitDir(commit: string, submodules: boolean): string {
    return `${this.#dir}/git/commits/${commit}${submodules ? "" : "-plain"}`;
  }

  #refPath(cloneUrl: string, ref: string): string {
    return `${this.#dir}/git/refs/${digest(`${cloneUrl}\n${ref}`)}`;
  }

  #filePath(url: string): string {
    return `${this.#dir}/http/${digest(url)}`;
  }

  #replace(path: string, content: Uint8Array | string): void {
    this.#files.makeDir(path.slice(0, path.lastIndexOf("/")));
    this.#files.replaceFile(path, content);
  }

  #copy(from: string, to: string, write: (path: string, content: Uint8Array) => void, omitted?: Set<string>): void {
    this.#files.makeDir(to);
    for (const name of this.#files.readDir(from)) {
      if (omitted?.has(name)) continue;
      const path = `${from}/${name}`;
      if (this.#files.stat(path)?.isDirectory) this.#copy(path, `${to}/${name}`, write);
      else write(`${to}/${name}`, this.#files.readFile(path));
    }
  }

  #writing(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      fail("file-error", `cannot write to the --remote-cache folder: ${error.message}`, { file: this.#dir });
    }
  }
}

function digest(text: string): string {
  return sha256Hex(encodeUtf8(text));
}

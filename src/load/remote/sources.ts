/** git and http as a build's remote sources. Fetches each repository and file once per run, several at a time. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { type Capabilities, MAX_HTTP_BODY } from "../capabilities.ts";
import type { FileSystem } from "../file_system.ts";
import { cloneRepo, commitOf, failOffline } from "./git_clone.ts";
import { Git } from "./git_command.ts";
import { checkRepoSafe, shownUrl } from "./git_safety.ts";
import { fetchFile } from "./http_file.ts";
import type { ClonedRepo, RemoteSources, RepoSpec } from "./remote.ts";
import { RemoteCache } from "./cache.ts";

/** Options of git and http sources. */
export interface RemoteOptions {
  /** Path of a folder in which they are cached between runs. Default: no cache. */
  cacheDir?: string;
  /** Use only the cache, never the network. */
  offline?: boolean;
  /** Refuse all remote sources. */
  refuse?: boolean;
  /** Limit for http files in bytes, uncompressed. Default: 64 MiB. */
  maxBody?: number;
  /** Called with a description when what it waits for changes, and with "" when nothing is pending. */
  progress?(line: string): void;
}

/** The maximum number of concurrent clones and fetches. */
const AT_ONCE = 8;

export class GitAndHttpSources implements RemoteSources {
  readonly #host: Capabilities & { fs: FileSystem };
  readonly #options: RemoteOptions;
  readonly #cache: RemoteCache | undefined;
  readonly #clones: Map<string, Promise<ClonedRepo>> = new Map();
  readonly #files: Map<string, Promise<Uint8Array>> = new Map();
  readonly #stop = new AbortController();
  readonly #waiting: (() => void)[] = [];
  /**
   * The pending requests, as distinct objects, because one text can be requested both as a file and as a repository.
   */
  readonly #running: Set<{ text: string }> = new Set();
  #tempDir: string | undefined;
  #dirsMade = 0;

  constructor(host: Capabilities & { fs: FileSystem }, options: RemoteOptions = {}) {
    this.#host = host;
    this.#options = options;
    this.#cache = options.cacheDir === undefined ? undefined : new RemoteCache(host.fs, options.cacheDir);
  }

  clone(spec: RepoSpec): Promise<ClonedRepo> {
    const key = JSON.stringify([spec.cloneUrl, spec.ref, spec.submodules]);
    return once(this.#clones, key, () => {
      this.#checkRemoteAllowed(spec.raw);
      checkRepoSafe(spec);
      return this.#inTurn(spec.raw, () => this.#clone(spec));
    });
  }

  fetch(url: string): Promise<Uint8Array> {
    return once(this.#files, url, () => {
      this.#checkRemoteAllowed(url);
      return this.#inTurn(url, () => this.#fetch(url));
    });
  }

  /** Cancels pending work and removes the clones. */
  close(): void {
    this.#stop.abort();
    if (this.#tempDir !== undefined) this.#host.fs.remove(this.#tempDir);
  }

  async #clone(spec: RepoSpec): Promise<ClonedRepo> {
    this.#tempDir ??= this.#host.makeTempDir("kust-git-");
    const made = `${this.#tempDir}/${++this.#dirsMade}`;
    this.#host.fs.makeDir(made);
    const dir = this.#host.fs.realPath(made);
    const git = new Git(this.#host, spec, dir, this.#stop.signal);
    await cloneRepo(spec, dir, {
      fileSystem: this.#host.fs,
      git,
      cache: this.#cache,
      offline: this.#options.offline === true,
    });
    let commit: Promise<string> | undefined;
    return { fileSystem: this.#host.fs, dir, commit: () => commit ??= commitOf(git) };
  }

  async #fetch(url: string): Promise<Uint8Array> {
    const kept = this.#options.offline || isPinned(url) ? this.#cache?.file(url) : undefined;
    if (kept !== undefined) return kept;
    if (this.#options.offline) failOffline(shownUrl(url));
    const content = await fetchFile(this.#host, url, this.#options.maxBody ?? MAX_HTTP_BODY, this.#stop.signal);
    this.#cache?.keepFile(url, content);
    return content;
  }

  #checkRemoteAllowed(text: string): void {
    if (!this.#options.refuse) return;
    fail("remote-refused", `${shownUrl(text)} is remote, and --no-remote forbids fetching it`);
  }

  /** Runs `action` when it is its turn, and reports progress. */
  async #inTurn<T>(text: string, action: () => Promise<T>): Promise<T> {
    while (this.#running.size >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const entry = { text };
    this.#running.add(entry);
    this.#tell();
    try {
      return await action();
    } finally {
      this.#running.delete(entry);
      this.#waiting.shift()?.();
      this.#tell();
    }
  }

  #tell(): void {
    const [first] = this.#running;
    const others = this.#running.size > 1 ? ` and ${this.#running.size - 1} more` : "";
    this.#options.progress?.(first === undefined ? "" : `getting ${shownUrl(first.text)}${others}`);
  }
}

/** Creates a promise once per key; later calls share it, even if it fails. */
function once<T>(promises: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = promises.get(key);
  if (known !== undefined) return known;
  // Turns a synchronous throw into a rejection.
  const promise = Promise.resolve().then(make);
  // A prefetched source may never be awaited.
  promise.catch(() => {});
  promises.set(key, promise);
  return promise;
}

/** Whether a URL has a commit hash in its path, like raw files on git servers, and so never changes. */
function isPinned(url: string): boolean {
  return /\/[0-9a-f]{40}\//.test(url);
}

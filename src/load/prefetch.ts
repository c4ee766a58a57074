/**
 * Prefetches remote sources. A build enters its bases one after the other and would wait for each; so when it first has
 * to wait, the kustomizations on disk are searched for everything remote that it will request.
 */

import type { FileSystem } from "./file_system.ts";
import { basesIn } from "./bases_in.ts";
import { parseRepoSpec } from "./remote/git_url.ts";
import { joinPath } from "../text/paths.ts";
import { type ClonedRepo, isHttpUrl, type RemoteSources, type RepoSpec } from "./remote/remote.ts";

export class AskAheadSources implements RemoteSources {
  readonly #sources: RemoteSources;
  readonly #fileSystem: FileSystem;
  readonly #root: string;
  /** Folders that have been searched. */
  readonly #seen = new Set<string>();

  /** @param root The folder being built; undefined if the target is itself remote. */
  constructor(sources: RemoteSources, fileSystem: FileSystem, root: string) {
    this.#sources = sources;
    this.#fileSystem = fileSystem;
    this.#root = root;
  }

  clone(spec: RepoSpec): Promise<ClonedRepo> {
    const clone = this.#sources.clone(spec);
    this.#search(this.#fileSystem, this.#root);
    return clone;
  }

  fetch(url: string): Promise<Uint8Array> {
    const content = this.#sources.fetch(url);
    this.#search(this.#fileSystem, this.#root);
    return content;
  }

  /**
   * Requests the remote sources of the kustomization in a folder, and of those below it. Errors are left to the build.
   */
  #search(fileSystem: FileSystem, folder: string): void {
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    for (const path of basesIn(fileSystem, folder)) {
      const spec = parseRepoSpec(path);
      if (isHttpUrl(path)) this.#ask(this.#askForFile(path, spec));
      else if (spec !== undefined) this.#ask(this.#askForRepo(spec));
      else this.#search(fileSystem, joinPath(folder, path));
    }
  }

  async #askForFile(url: string, spec: RepoSpec | undefined): Promise<void> {
    try {
      await this.#sources.fetch(url);
    } catch {
      if (spec !== undefined) await this.#askForRepo(spec);
    }
  }

  async #askForRepo(spec: RepoSpec): Promise<void> {
    const { fileSystem, dir } = await this.#sources.clone(spec);
    this.#search(fileSystem, joinPath(dir, spec.path));
  }

  /** Failures occur again when the build requests the source. */
  #ask(work: Promise<void>): void {
    work.catch(() => {});
  }
}

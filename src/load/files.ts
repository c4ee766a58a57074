/** The files read by one build, each at most once. */

import type { Growth, Source } from "../diagnostics/source.ts";
import type { FileSystem } from "./file_system.ts";
import { readSource } from "./read_source.ts";
import { shownUrl } from "./remote/git_safety.ts";
import { isWithin, shownPath } from "../text/paths.ts";
import type { RepoSpec } from "./remote/remote.ts";

export class Files {
  readonly fileSystem: FileSystem;
  /** The total that aliases add in all of the files. */
  readonly growth: Growth = { nodes: 0, characters: 0 };
  readonly #sources = new Map<string, Source>();
  readonly #all: Map<FileSystem, Files>;
  #characters = 0;
  #cwd: string | undefined;
  /** Real paths of folders that were entered, by the path that was asked for. */
  readonly folders: Map<string, string> = new Map();
  /** Real paths of files, by the path that was asked for. */
  readonly realPaths: Map<string, string> = new Map();
  /** Names of kustomization files, by the real path of their folder. */
  readonly kustomizationFiles: Map<string, string> = new Map();
  /** Repositories by the folder of their clone. */
  readonly #clones = new Map<string, RepoSpec>();

  /** @param all The files of each file system, for those that have files in common. */
  constructor(fileSystem: FileSystem, all: Map<FileSystem, Files> = new Map()) {
    this.#all = all;
    this.fileSystem = fileSystem;
  }

  /** The text of a file. `isReal`: its path was checked and has no links; otherwise it may have some. */
  text(path: string, isReal: boolean): Source {
    let source = this.#sources.get(path);
    if (source === undefined) {
      source = this.#shared(path, isReal) ?? readSource(this.fileSystem, path, this.nameOf(path), isReal);
      source.growth = this.growth;
      this.#sources.set(path, source);
      this.#characters += source.text.length;
    }
    return source;
  }

  #shared(path: string, isReal: boolean): Source | undefined {
    const same = this.fileSystem.sameAs?.(path);
    return same && filesOf(same, this.#all).text(path, isReal);
  }

  /** Whether they are those of a file system, recorded or not. */
  isOf(fileSystem: FileSystem): boolean {
    return this.fileSystem === fileSystem;
  }

  /** The length of all texts that were read. */
  get characters(): number {
    return this.#characters;
  }

  /** Whether the text of a file was asked for. */
  wasRead(realPath: string): boolean {
    return this.#sources.has(realPath);
  }

  /** Names files in a clone by their repository, since its folder is temporary. */
  nameClone(dir: string, spec: RepoSpec): void {
    this.#clones.set(dir, spec);
  }

  /** The display name of a path: relative to the current folder if that is shorter, otherwise absolute. */
  nameOf(realPath: string): string {
    for (const [dir, { cloneUrl, ref }] of this.#clones) {
      if (!isWithin(realPath, dir)) continue;
      return `${shownUrl(cloneUrl)}//${realPath.slice(dir.length + 1)}${ref === "" ? "" : `?ref=${ref}`}`;
    }
    return shownPath(realPath, this.#cwd ??= this.fileSystem.realPath(this.fileSystem.cwd()));
  }
}

/** Those of a file system that are known, or new ones. */
export function filesOf(fileSystem: FileSystem, all: Map<FileSystem, Files>): Files {
  let files = all.get(fileSystem);
  if (files === undefined) all.set(fileSystem, files = new Files(fileSystem, all));
  return files;
}

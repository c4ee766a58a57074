/** Records the reads of one build. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Capabilities } from "../load/capabilities.ts";
import type { FileSystem } from "../load/file_system.ts";
import { type Files, filesOf } from "../load/files.ts";
import type { ReadObserver } from "../load/read_observer.ts";
import { shownUrl } from "../load/remote/git_safety.ts";
import type { ClonedRepo, RepoSpec } from "../load/remote/remote.ts";
import { isWithin } from "../text/paths.ts";
import { FieldFinder } from "./field_at.ts";
import type { Asker, PathKind, Read } from "./read.ts";
import { RecordedFiles } from "./recorded_files.ts";
import { RecordingFileSystem } from "./recording_file_system.ts";
import { compareTexts } from "../text/compare.ts";

/** In order of increasing detail. A link is a separate path. */
const KINDS: readonly PathKind[] = ["missing", "found", "listing", "file", "tree", "link"];

/** A read whose requesters are still places. */
interface Noted {
  read: DistributiveOmit<Read, "askedBy">;
  places: Map<string, Place>;
  /** The commit of a repository's ref. */
  commit?: Promise<string> | undefined;
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export class Recorder implements ReadObserver {
  readonly #fileSystem: FileSystem;
  readonly #shared: Map<FileSystem, Files>;
  readonly #noted = new Map<string, Noted>();
  /** Folders and files of the build itself: clones and written files. */
  readonly #own: string[] = [];
  #place: Place | undefined;
  #files: Files | undefined;

  /** @param shared Files that other builds have read. */
  constructor(fileSystem: FileSystem, shared: Map<FileSystem, Files>) {
    this.#fileSystem = fileSystem;
    this.#shared = shared;
  }

  /** The files of a file system, whose reads are recorded unless it is in the memory of a remote source. */
  filesOf(fileSystem: FileSystem): Files {
    const shared = filesOf(fileSystem, this.#shared);
    if (fileSystem !== this.#fileSystem) return shared;
    return this.#files ??= new RecordedFiles(new RecordingFileSystem(fileSystem, this), shared);
  }

  asking<T>(place: Place | undefined, work: () => T): T {
    const before = this.#place;
    this.#place = place ?? before;
    let waits = false;
    try {
      const result = work();
      if (!(result instanceof Promise)) return result;
      waits = true;
      return result.finally(() => this.#place = before) as T;
    } finally {
      if (!waits) this.#place = before;
    }
  }

  /** Called by the file system. */
  path(kind: PathKind, path: string): void {
    if (this.#own.some((own) => isWithin(path, own))) return;
    const key = kind === "link" ? `link ${path}` : path;
    const noted = this.#noted.get(key);
    if (noted === undefined) this.#note(key, { kind, path });
    else {
      if (KINDS.indexOf(kind) > KINDS.findIndex((one) => one === noted.read.kind)) noted.read = { kind, path };
      this.#addPlace(noted);
    }
  }

  /** The same capabilities, except that reads in their temporary folders are not recorded. */
  capabilities(whole: Capabilities): Capabilities {
    return {
      env: (name) => whole.env(name),
      environment: () => whole.environment(),
      run: (command) => whole.run(command),
      httpGet: (url, options) => whole.httpGet(url, options),
      makeTempDir: (prefix) => {
        const dir = whole.makeTempDir(prefix);
        this.#own.push(this.#fileSystem.realPath(dir));
        return dir;
      },
    };
  }

  /** Files that the build itself has written are not reads. */
  wrote(path: string): void {
    this.#own.push(path);
  }

  repository({ cloneUrl, ref, path }: RepoSpec, clone: ClonedRepo): void {
    this.#own.push(clone.dir);
    const url = shownUrl(cloneUrl);
    const noted = this.#note(`repository ${url} ${ref} ${path}`, { kind: "repository", url, ref, path });
    noted.commit = clone.commit?.();
    noted.commit?.catch(() => {});
  }

  httpFile(url: string): void {
    this.#note(`http ${url}`, { kind: "http", url: shownUrl(url) });
  }

  chart({ name, version, repo }: { name: string; version: string; repo: string }, folder: string): void {
    this.#note(`chart ${folder} ${name}`, { kind: "chart", name, version, repo: shownUrl(repo), path: folder });
    this.path("tree", folder);
  }

  program(path: string, folder: string): void {
    this.#note(`program ${path}`, { kind: "program", path });
    this.path("tree", folder);
  }

  /** All reads, sorted by path and URL. */
  async reads(): Promise<Read[]> {
    const finder = new FieldFinder();
    const all = await Promise.all(
      [...this.#noted].sort(([a], [b]) => compareTexts(a, b)).map(async ([, { read, places, commit }]) => {
        const askedBy: Asker[] = [...places.values()].map((place) => ({ place, field: finder.fieldAt(place) }));
        const hash = commit && await commit.catch(() => undefined);
        return { ...read, ...(hash === undefined ? {} : { commit: hash }), askedBy };
      }),
    );
    return all;
  }

  #note(key: string, read: Noted["read"]): Noted {
    let noted = this.#noted.get(key);
    if (noted === undefined) this.#noted.set(key, noted = { read, places: new Map() });
    this.#addPlace(noted);
    return noted;
  }

  #addPlace({ places }: Noted): void {
    if (this.#place === undefined) return;
    const { source, offset } = this.#place;
    places.set(`${source.name}:${offset}`, this.#place);
  }
}

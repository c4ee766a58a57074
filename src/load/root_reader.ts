/**
 * Reads the files of one root. They must be in the root or below it after symbolic links are resolved, unless
 * restrictions are off.
 */

import type { Compat } from "../compat/compat.ts";
import type { Code } from "../diagnostics/code.ts";
import { decodeSource } from "../diagnostics/decode_source.ts";
import { fail, KustError, type Place } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { baseName, dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import type { LoadedRepo } from "./check_root.ts";
import { FileError, type FileInfo } from "./file_system.ts";
import type { Files } from "./files.ts";
import { failNoRemote, type LoadContext, withPlace } from "./load_context.ts";
import { failToRead } from "./missing_path.ts";
import type { ReadObserver } from "./read_observer.ts";
import { isHttpUrl } from "./remote/remote.ts";

/** The codes of the errors that `RootReader.text` throws for a path without a file. */
const NO_FILE: ReadonlySet<Code> = new Set<Code>(["not-found", "is-a-folder"]);

export class RootReader {
  protected readonly context: LoadContext;
  readonly files: Files;
  /** Absolute path of the folder with symbolic links resolved. */
  readonly root: string;
  /** The text that asked for this root; undefined if the user did. */
  readonly #askedAt: Place | undefined;
  /** The clone that contains this root. */
  readonly containingRepo: LoadedRepo | undefined;

  constructor(
    context: LoadContext,
    files: Files,
    root: string,
    askedAt: Place | undefined,
    containingRepo: LoadedRepo | undefined,
  ) {
    this.context = context;
    this.files = files;
    this.root = root;
    this.#askedAt = askedAt;
    this.containingRepo = containingRepo;
  }

  /** The release of kustomize to agree with. */
  get compat(): Compat {
    return this.context.compat;
  }

  /** Whether the path is a folder. */
  isFolder(path: string, place?: Place): boolean {
    return this.#stat(path, place)?.isDirectory === true;
  }

  /** Whether something other than a folder exists at the path. */
  holdsFile(path: string): boolean {
    return this.#stat(path)?.isDirectory === false;
  }

  /** Whether anything exists at the path. */
  exists(path: string): boolean {
    return this.#stat(path) !== undefined;
  }

  #stat(path: string, place?: Place): FileInfo | undefined {
    return this.#guarded(path, place, () => this.files.fileSystem.stat(this.absolute(path)));
  }

  /** The names in the root. */
  names(): string[] {
    return this.#guarded(".", undefined, () => this.files.fileSystem.readDir(this.root));
  }

  /** Whether `fetch` has fetched the file. */
  hasFetched(url: string): boolean {
    return this.context.fetched.has(url);
  }

  /** Fetches an http file, for use by `text` and `bytes`. */
  async fetch(url: string, place: Place | undefined): Promise<void> {
    if (this.context.fetched.has(url)) return;
    const { compat, remote } = this.context;
    if (remote === undefined) return failNoRemote(url, place);
    const address = compat.has("fragment-in-http-path") ? url.replace(/^[^?]*/, escapeHash) : url;
    this.asking(place, () => this.observer?.httpFile(url));
    this.context.fetched.set(url, await withPlace(place, remote.fetch(address)));
  }

  /** The text of a file, or undefined if the path is a folder or does not exist. */
  textIfFile(path: string, place: Place | undefined): Source | undefined {
    if (this.observer === undefined && this.#isBase(path)) return undefined;
    try {
      return this.text(path, place);
    } catch (error) {
      if (error instanceof KustError && NO_FILE.has(error.diagnostic.code)) return undefined;
      throw error;
    }
  }

  /** Whether the path is a folder, for those that look like one. An error for each base would take longer. */
  #isBase(path: string): boolean {
    const { folders, fileSystem } = this.files;
    const absolute = this.absolute(path);
    if (folders.has(absolute)) return true;
    if (baseName(absolute).includes(".")) return false;
    try {
      if (fileSystem.stat(absolute)?.isDirectory !== true) return false;
      folders.set(absolute, fileSystem.realPath(absolute));
      return true;
    } catch {
      // The read will fail, too, and say why.
      return false;
    }
  }

  /** The text of a file. */
  text(path: string, place: Place | undefined): Source {
    if (isHttpUrl(path)) {
      const source = decodeSource(path, this.#fetched(path));
      source.growth = this.files.growth;
      return source;
    }
    return this.#guarded(path, place, () => this.files.text(this.#realFile(path, place), this.#restricted));
  }

  /** The bytes of a file. */
  bytes(path: string, place: Place | undefined): Uint8Array {
    if (isHttpUrl(path)) return this.#fetched(path);
    return this.#guarded(
      path,
      place,
      () => this.files.fileSystem.readFile(this.#realFile(path, place), this.#restricted),
    );
  }

  /** The path of a file; if files are restricted to the root, the real path, checked against it. */
  #realFile(text: string, place: Place | undefined): string {
    const path = this.pathOf(text);
    const absolute = this.absolute(path);
    if (!this.#restricted) return absolute;
    const real = this.known(this.files.realPaths, absolute, () => this.#realPath(path, absolute));
    if (!isWithin(dirName(real), this.root)) {
      if (this.files.fileSystem.stat(real)?.isDirectory) throw new FileError("is-directory", path, "is a folder");
      fail("outside-root", `security: the file '${path}' is not in or below '${this.files.nameOf(this.root)}'`, {
        place,
        hint: this.containingRepo === undefined
          ? "move it below the kustomization, or build with --load-restrictor LoadRestrictionsNone"
          : "in a repository, files outside the kustomization's folder are never loaded",
      });
    }
    return real;
  }

  #realPath(path: string, absolute: string): string {
    const { fileSystem } = this.files;
    // The root's path has no links, so a name in it that is not a link is its own real path, which is faster to check.
    const isPlainName = !path.includes("/") && path !== "..";
    return isPlainName && !fileSystem.isLink(absolute) ? absolute : fileSystem.realPath(absolute);
  }

  /** What `find` returns, asked once per path by all builds that share files; but an observer is told of each. */
  protected known(known: Map<string, string>, path: string, find: () => string): string {
    if (this.observer !== undefined) return find();
    let result = known.get(path);
    if (result === undefined) known.set(path, result = find());
    return result;
  }

  /** In a clone the restriction applies in any case. */
  get #restricted(): boolean {
    return this.context.restrictToRoot || this.containingRepo !== undefined;
  }

  /** The path that a text of a kustomization means. */
  protected pathOf(text: string): string {
    return this.files.fileSystem.pathOf?.(text) ?? text;
  }

  protected absolute(text: string): string {
    const path = this.pathOf(text);
    return isAbsolute(path) ? path : joinPath(this.root, path);
  }

  #fetched(url: string): Uint8Array {
    const body = this.context.fetched.get(url);
    if (body === undefined) throw new Error(`${url} was not fetched`);
    return body;
  }

  /** Observes what is read; undefined for most builds. */
  get observer(): ReadObserver | undefined {
    return this.context.observer;
  }

  /** Does what the text at `place` asks for, or else what asked for this root. */
  asking<T>(place: Place | undefined, work: () => T): T {
    return this.observer === undefined ? work() : this.observer.asking(place ?? this.#askedAt, work);
  }

  #guarded<T>(path: string, place: Place | undefined, read: () => T): T {
    return this.observer === undefined
      ? this.#refusing(path, place, read)
      : this.asking(place, () => this.#refusing(path, place, read));
  }

  #refusing<T>(path: string, place: Place | undefined, read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const { files: { fileSystem }, root: folder } = this;
      return failToRead(error, { fileSystem, absolute: this.absolute(path), folder, path, wanted: "file" }, place);
    }
  }
}

function escapeHash(text: string): string {
  return text.replaceAll("#", "%23");
}

/** A file system that records the accesses to another: paths without links in them, and each link on the way. */

import { type Content, FileError, type FileInfo, type FileSystem, type OthersAccess } from "../load/file_system.ts";
import { MAX_LINKS } from "../load/file_systems/walk_path.ts";
import { dirName, isAbsolute, joinPath } from "../text/paths.ts";
import type { PathKind } from "./read.ts";
import { pushAll } from "../text/push_all.ts";

interface PathRecorder {
  path(kind: PathKind, path: string): void;
  wrote(path: string): void;
}

export class RecordingFileSystem implements FileSystem {
  readonly #files: FileSystem;
  readonly #recorder: PathRecorder;
  /** Paths without links above them, and the target if the path is a link. */
  readonly #links = new Map<string, string | undefined>();

  constructor(files: FileSystem, recorder: PathRecorder) {
    this.#files = files;
    this.#recorder = recorder;
  }

  cwd(): string {
    return this.#files.cwd();
  }

  pathOf(text: string): string {
    return this.#files.pathOf?.(text) ?? text;
  }

  readFile(path: string, isReal?: boolean): Uint8Array {
    return this.reading(path, () => this.#files.readFile(path, isReal));
  }

  readText(path: string, isReal?: boolean): string {
    return this.reading(path, () => this.#files.readText(path, isReal));
  }

  /** Records a file whose content `read` gets from elsewhere. */
  reading<T>(path: string, read: () => T): T {
    return this.#recorded(path, "file", read);
  }

  stat(path: string): FileInfo | undefined {
    const real = this.#resolve(path);
    const info = this.#files.stat(path);
    this.#recorder.path(info === undefined ? "missing" : "found", real);
    return info;
  }

  realPath(path: string): string {
    return this.#recorded(path, "found", () => this.#files.realPath(path));
  }

  isLink(path: string): boolean {
    const real = this.#resolve(path, false);
    const isLink = this.#files.isLink(path);
    if (isLink) this.#recorder.path("link", real);
    else this.#recorder.path(this.#files.stat(path) === undefined ? "missing" : "found", real);
    return isLink;
  }

  readLink(path: string): string {
    this.#recorder.path("link", this.#resolve(path, false));
    return this.#files.readLink?.(path) ?? this.#files.realPath(path);
  }

  readDir(path: string): string[] {
    return this.#recorded(path, "listing", () => this.#files.readDir(path));
  }

  writeFile(path: string, content: Content, mode?: number): void {
    this.#recorder.wrote(path);
    this.#files.writeFile(path, content, mode);
  }

  replaceFile(path: string, content: Content): void {
    this.#recorder.wrote(path);
    this.#files.replaceFile(path, content);
  }

  makeDir(path: string, mode?: number): void {
    this.#files.makeDir(path, mode);
  }

  accessOfOthers(path: string): OthersAccess {
    return this.#files.accessOfOthers?.(path) ?? { write: false, enter: false };
  }

  remove(path: string): void {
    this.#files.remove(path);
  }

  #recorded<T>(path: string, kind: PathKind, ask: () => T): T {
    const real = this.#resolve(path);
    try {
      const result = ask();
      this.#recorder.path(kind, real);
      return result;
    } catch (error) {
      if (error instanceof FileError) this.#recorder.path(isMissing(error) ? "missing" : "found", real);
      throw error;
    }
  }

  /** The path without links in it, as far as it exists. Records those on the way. */
  #resolve(path: string, followLast = true): string {
    const absolute = isAbsolute(path) ? path : `${this.#files.cwd()}/${path}`;
    const pending = absolute.split("/").reverse();
    let here = "/";
    for (let links = 0; pending.length > 0;) {
      const name = pending.pop()!;
      if (name === "" || name === ".") continue;
      const next = name === ".." ? dirName(here) : joinPath(here, name);
      const isLast = !pending.some((one) => one !== "" && one !== ".");
      const target = isLast && !followLast ? undefined : this.#linkAt(next);
      if (target === undefined) here = next;
      else {
        this.#recorder.path("link", next);
        // The access itself fails with the reason.
        if (++links > MAX_LINKS) return next;
        if (isAbsolute(target)) here = "/";
        pushAll(pending, target.split("/").reverse());
      }
    }
    return here;
  }

  #linkAt(path: string): string | undefined {
    if (this.#links.has(path)) return this.#links.get(path);
    const target = this.#lookAt(path);
    this.#links.set(path, target);
    return target;
  }

  #lookAt(path: string): string | undefined {
    try {
      if (!this.#files.isLink(path)) return undefined;
      return this.#files.readLink?.(path) ?? this.#files.realPath(path);
    } catch (error) {
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }
}

function isMissing({ code }: FileError): boolean {
  return code === "not-found" || code === "not-directory";
}

/** A file system that records the accesses to another: paths without links in them, and each link on the way. */

import { type Content, FileError, type FileInfo, type FileSystem } from "../load/file_system.ts";
import { FileSystemWrapper } from "../load/file_systems/file_system_wrapper.ts";
import { MAX_LINKS } from "../load/file_systems/walk_path.ts";
import { dirName, isAbsolute, joinPath } from "../text/paths.ts";
import type { PathKind } from "./read.ts";
import { pushAll } from "../text/push_all.ts";

interface PathRecorder {
  path(kind: PathKind, path: string): void;
  wrote(path: string): void;
}

export class RecordingFileSystem extends FileSystemWrapper {
  readonly #recorder: PathRecorder;
  /** Paths without links above them, and the target if the path is a link. */
  readonly #links = new Map<string, string | undefined>();

  constructor(files: FileSystem, recorder: PathRecorder) {
    super(files);
    this.#recorder = recorder;
  }

  override readFile(path: string, isReal?: boolean): Uint8Array {
    return this.reading(path, () => this.inner.readFile(path, isReal));
  }

  override readText(path: string, isReal?: boolean): string {
    return this.reading(path, () => this.inner.readText(path, isReal));
  }

  /** Records a file whose content `read` gets from elsewhere. */
  reading<T>(path: string, read: () => T): T {
    return this.#recorded(path, "file", read);
  }

  override stat(path: string): FileInfo | undefined {
    const real = this.#resolve(path);
    const info = this.inner.stat(path);
    this.#recorder.path(info === undefined ? "missing" : "found", real);
    return info;
  }

  override realPath(path: string): string {
    return this.#recorded(path, "found", () => this.inner.realPath(path));
  }

  override isLink(path: string): boolean {
    const real = this.#resolve(path, false);
    const isLink = this.inner.isLink(path);
    if (isLink) this.#recorder.path("link", real);
    else this.#recorder.path(this.inner.stat(path) === undefined ? "missing" : "found", real);
    return isLink;
  }

  override readLink(path: string): string {
    this.#recorder.path("link", this.#resolve(path, false));
    return super.readLink(path);
  }

  override readDir(path: string): string[] {
    return this.#recorded(path, "listing", () => this.inner.readDir(path));
  }

  override writeFile(path: string, content: Content, mode?: number): void {
    this.#recorder.wrote(path);
    super.writeFile(path, content, mode);
  }

  override replaceFile(path: string, content: Content): void {
    this.#recorder.wrote(path);
    super.replaceFile(path, content);
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
    const absolute = isAbsolute(path) ? path : `${this.inner.cwd()}/${path}`;
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
      if (!this.inner.isLink(path)) return undefined;
      return super.readLink(path);
    } catch (error) {
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }
}

function isMissing({ code }: FileError): boolean {
  return code === "not-found" || code === "not-directory";
}

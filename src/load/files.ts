/** The files that one build reads, each at most once. */

import { Source } from "../diagnostics/source.ts";
import type { FileSystem } from "./file_system.ts";
import { isWithin, relativePath } from "./paths.ts";

export class Files {
  readonly fileSystem: FileSystem;
  readonly #sources = new Map<string, Source>();
  readonly #cwd: string;

  constructor(fileSystem: FileSystem) {
    this.fileSystem = fileSystem;
    this.#cwd = fileSystem.realPath(fileSystem.cwd());
  }

  /** The text of a file by its real path. */
  text(realPath: string): Source {
    let source = this.#sources.get(realPath);
    if (source === undefined) {
      source = new Source(this.nameOf(realPath), this.fileSystem.readText(realPath));
      this.#sources.set(realPath, source);
    }
    return source;
  }

  /** A path as people know it: from the current folder where that is shorter, else the whole of it. */
  nameOf(realPath: string): string {
    const relative = relativePath(this.#cwd, realPath);
    return isWithin(realPath, this.#cwd) || relative.length < realPath.length ? relative : realPath;
  }
}

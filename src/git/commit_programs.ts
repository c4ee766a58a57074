/**
 * Programs for builds of a commit: helm, functions and their containers read the disk, so that folders and files which
 * differ there are copied for them to a temporary folder.
 */

import type { Capabilities, ProcessRequest } from "../load/capabilities.ts";
import { FileError, type FileSystem } from "../load/file_system.ts";
import { baseName, dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import type { WorkTreeChanges } from "./work_tree.ts";

/** @param disk Where copies are made. */
export function programsOfCommit(changes: WorkTreeChanges, disk: FileSystem, capabilities: Capabilities): Capabilities {
  const copies = new Copies(changes, disk, capabilities);
  return {
    env: (name) => capabilities.env(name),
    environment: () => capabilities.environment(),
    run: (request) => capabilities.run(copies.mapped(request)),
    httpGet: (url, options) => capabilities.httpGet(url, options),
    makeTempDir: (prefix) => capabilities.makeTempDir(prefix),
  };
}

/** The folder of a docker mount: `type=bind,source=/repository/data,target=/data`. */
const MOUNTED = /(?<=^type=bind,source=)\/[^,]+/;

class Copies {
  readonly #changes: WorkTreeChanges;
  readonly #disk: FileSystem;
  readonly #capabilities: Capabilities;
  readonly #made = new Map<string, string>();

  constructor(changes: WorkTreeChanges, disk: FileSystem, capabilities: Capabilities) {
    this.#changes = changes;
    this.#disk = disk;
    this.#capabilities = capabilities;
  }

  /** The request with paths of the work tree replaced by those of copies, if they differ. */
  mapped(request: ProcessRequest): ProcessRequest {
    const { program, args, cwd } = request;
    return {
      ...request,
      program: this.#path(program),
      args: args.map((arg) => this.#path(arg).replace(MOUNTED, (path) => this.#path(path))),
      ...(cwd === undefined ? {} : { cwd: this.#path(cwd) }),
    };
  }

  #path(text: string): string {
    const { root, changed } = this.#changes;
    if (!isAbsolute(text) || !isWithin(text, root)) return text;
    if (!changed.some((path) => isWithin(path, text) || isWithin(text, path))) return text;
    return this.#copyOf(text);
  }

  #copyOf(path: string): string {
    let copy = this.#made.get(path);
    if (copy === undefined) {
      copy = joinPath(this.#capabilities.makeTempDir("kust-commit-"), baseName(path));
      this.#made.set(path, copy);
      this.#copy(path, copy);
    }
    return copy;
  }

  /** Omits files that cannot be read: the program reports that they are missing. */
  #copy(from: string, to: string): void {
    const { before } = this.#changes;
    try {
      const info = before.stat(from);
      if (info?.isFile) {
        this.#disk.makeDir(dirName(to));
        this.#disk.writeFile(to, before.readFile(from), info.mode);
      } else if (info?.isDirectory) {
        this.#disk.makeDir(to);
        for (const name of before.readDir(from)) {
          if (name !== ".git") this.#copy(joinPath(from, name), joinPath(to, name));
        }
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }
}

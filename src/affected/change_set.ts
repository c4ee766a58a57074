/** The paths that changed, and the files before the change. */

import { FileError, type FileSystem } from "../load/file_system.ts";
import { dirName } from "../text/paths.ts";

/** What changed between two states of the files. */
export interface Changes {
  /** Absolute paths without links in them: of files, of links, and of folders with all that is in them. */
  changed: readonly string[];
  /** The files before the change. Without them, some targets may be reported that are not affected. */
  before?: FileSystem | undefined;
}

export class ChangeSet {
  readonly paths: readonly string[];
  readonly before: FileSystem | undefined;
  readonly after: FileSystem;
  readonly #known: ReadonlySet<string>;
  /** Whether the content of a file differs: a cache, because many targets read the same files. */
  readonly #differing = new Map<string, boolean>();

  constructor({ changed, before }: Changes, after: FileSystem) {
    this.#known = new Set(changed);
    this.paths = [...this.#known].sort();
    this.before = before;
    this.after = after;
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  /** The changed path that `path` is in, if there is one: a link, a folder that was a file, a new repository. */
  above(path: string): string | undefined {
    for (let at = path; at !== dirName(at);) {
      at = dirName(at);
      if (this.#known.has(at)) return at;
    }
    return undefined;
  }

  /** The first changed path in a folder, at any depth. */
  below(path: string): string | undefined {
    const start = path === "/" ? "/" : `${path}/`;
    let low = 0;
    for (let high = this.paths.length; low < high;) {
      const middle = (low + high) >> 1;
      if (this.paths[middle]! < start) low = middle + 1;
      else high = middle;
    }
    const found = this.paths[low];
    return found?.startsWith(start) ? found : undefined;
  }

  /**
   * Whether a path has become something else: a file, a program, a folder or nothing. Undefined if this is unknown.
   */
  typeDiffers(path: string): boolean | undefined {
    return this.before && typeAt(this.before, path) !== typeAt(this.after, path);
  }

  /** Whether a file is new or its content has changed. Undefined if this is unknown. */
  contentDiffers(path: string): boolean | undefined {
    if (this.before === undefined) return undefined;
    const known = this.#differing.get(path);
    if (known !== undefined) return known;
    const differs = !isSameContent(contentAt(this.before, path), contentAt(this.after, path));
    this.#differing.set(path, differs);
    return differs;
  }

  /** Whether the names in a folder have changed. Undefined if this is unknown. */
  namesDiffer(path: string): boolean | undefined {
    return this.before && namesIn(this.before, path) !== namesIn(this.after, path);
  }
}

/** Programs have to be executable. */
function typeAt(files: FileSystem, path: string): string {
  return asking(() => {
    const info = files.stat(path);
    if (info === undefined) return "nothing";
    return info.isDirectory ? "folder" : (info.mode & 0o111) === 0 ? "file" : "program";
  });
}

function contentAt(files: FileSystem, path: string): Uint8Array | string {
  return asking(() => files.readFile(path));
}

function isSameContent(one: Uint8Array | string, other: Uint8Array | string): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function namesIn(files: FileSystem, path: string): string {
  return asking(() => files.readDir(path).join("\0"));
}

/** The answer, or why there is none. */
function asking<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FileError) return `error ${error.code}`;
    throw error;
  }
}

/** Finds out what a repository's `.gitignore` files exclude. */

import { FileError, type FileSystem } from "../load/file_system.ts";
import { dirName, joinPath, relativePath } from "../text/paths.ts";
import { PathPatterns } from "./path_patterns.ts";

/** The rules that apply in one folder: its own, and those of the folders above. */
export class GitIgnore {
  readonly #folder: string;
  readonly #patterns: PathPatterns | undefined;
  readonly #above: GitIgnore | undefined;

  private constructor(folder: string, patterns: PathPatterns | undefined, above: GitIgnore | undefined) {
    this.#folder = folder;
    this.#patterns = patterns;
    this.#above = above;
  }

  /** @param folder Its real path. */
  static at(folder: string, fileSystem: FileSystem): GitIgnore {
    if (holdsRepository(folder, fileSystem)) {
      // `core.excludesFile` is the user's own, and would make results differ between machines.
      const excluded = patternsIn(joinPath(folder, ".git/info/exclude"), fileSystem);
      return new GitIgnore(folder, excluded, undefined).below(folder, fileSystem);
    }
    const above = dirName(folder);
    if (above === folder || !isInRepository(above, fileSystem)) {
      return new GitIgnore(folder, patternsIn(joinPath(folder, ".gitignore"), fileSystem), undefined);
    }
    return GitIgnore.at(above, fileSystem).below(folder, fileSystem);
  }

  /** The rules of a folder in this one. */
  below(folder: string, fileSystem: FileSystem): GitIgnore {
    const patterns = patternsIn(joinPath(folder, ".gitignore"), fileSystem);
    return patterns === undefined ? this : new GitIgnore(folder, patterns, this);
  }

  /** Whether a path in the folder, a real path, is excluded. */
  ignores(path: string, isFolder: boolean): boolean {
    return this.#patterns?.verdict(relativePath(this.#folder, path), isFolder) ??
      this.#above?.ignores(path, isFolder) ?? false;
  }
}

function isInRepository(folder: string, fileSystem: FileSystem): boolean {
  for (let at = folder;; at = dirName(at)) {
    if (holdsRepository(at, fileSystem)) return true;
    if (at === dirName(at)) return false;
  }
}

function holdsRepository(folder: string, fileSystem: FileSystem): boolean {
  try {
    return fileSystem.stat(joinPath(folder, ".git")) !== undefined;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

/** Undefined if there is no such file, or it cannot be read. */
function patternsIn(file: string, fileSystem: FileSystem): PathPatterns | undefined {
  try {
    if (fileSystem.stat(file)?.isFile !== true) return undefined;
    return new PathPatterns(fileSystem.readText(file).split("\n"));
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

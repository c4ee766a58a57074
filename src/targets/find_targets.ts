/** Finds the kustomizations in and below a folder, for `--all`, `affected`, `diff` and `lint`. */

import { type Diagnostic, KustError } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { ObjectReader } from "../kustomization/object_reader.ts";
import { STRICT } from "../kustomization/reader_mode.ts";
import { diagnosticOfFileError, FileError, type FileSystem, type FolderEntry } from "../load/file_system.ts";
import type { Files } from "../load/files.ts";
import { readSource } from "../load/read_source.ts";
import { compareTexts } from "../text/compare.ts";
import { cleanPath, joinPath } from "../text/paths.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { GitIgnore } from "./git_ignore.ts";
import { leavesOf } from "./leaves.ts";
import { PathPatterns } from "./path_patterns.ts";
import { type Shard, shardOf } from "./shard.ts";

/** The choice among the kustomizations below a folder. Default: all that git does not ignore. */
export interface TargetChoice {
  /** Only those that no other kustomization below the folder builds on. */
  leaves?: boolean;
  /** Only those that match one of these patterns, in the syntax of `.gitignore`, or are in a folder that does. */
  include?: readonly string[];
  /** Not those that match one of these patterns, or are in a folder that does. */
  exclude?: readonly string[];
  /** Also those that `.gitignore` files exclude. */
  noIgnore?: boolean;
  /** Only one share of them. */
  shard?: Shard | undefined;
}

export interface FoundTarget {
  /** The path from the current folder, or absolute, as `root` is. */
  path: string;
  /** The path from `root`; `.` for itself. */
  below: string;
  /** The absolute path without symbolic links. */
  real: string;
}

export interface FoundTargets {
  /** Sorted by path. */
  targets: FoundTarget[];
  /** Folders with a Component, which is part of other kustomizations and not built by itself. */
  components: string[];
  /** Folders that could not be searched. */
  problems: Diagnostic[];
}

/** Finds and chooses. */
export function findTargets(root: string, fileSystem: FileSystem, choice: TargetChoice = {}): FoundTargets {
  const all = searchTargets(root, fileSystem, choice.noIgnore === true);
  return { ...all, targets: chooseTargets(all, fileSystem, choice) };
}

/**
 * All below a folder. Skips hidden folders, `node_modules` and links, whose targets have their own paths.
 *
 * @param files Those of builds that follow: they get to know what the search finds out.
 */
export function searchTargets(root: string, fileSystem: FileSystem, noIgnore: boolean, files?: Files): FoundTargets {
  const search = new Search(cleanPath(root), fileSystem, noIgnore, files);
  search.run();
  const { targets, components, problems } = search;
  return { targets: targets.sort((a, b) => compareTexts(a.path, b.path)), components, problems };
}

/** The chosen ones among the targets. */
export function chooseTargets(all: FoundTargets, fileSystem: FileSystem, choice: TargetChoice): FoundTarget[] {
  const { targets, components } = all;
  const users = [...targets.map(({ path }) => path), ...components];
  const kept = choice.leaves === true ? leavesOf(targets, users, fileSystem) : targets;
  return shardOf(chosen(kept, choice), choice.shard);
}

function chosen(targets: FoundTarget[], { include = [], exclude = [] }: TargetChoice): FoundTarget[] {
  const included = new PathPatterns(include);
  const excluded = new PathPatterns(exclude);
  return targets.filter(({ below }) =>
    (include.length === 0 || included.holdsFolder(below)) && !excluded.holdsFolder(below)
  );
}

class Search {
  readonly targets: FoundTarget[] = [];
  readonly components: string[] = [];
  readonly problems: Diagnostic[] = [];
  readonly #root: string;
  readonly #fileSystem: FileSystem;
  readonly #noIgnore: boolean;
  readonly #files: Files | undefined;

  constructor(root: string, fileSystem: FileSystem, noIgnore: boolean, files: Files | undefined) {
    this.#files = files;
    this.#root = root;
    this.#fileSystem = fileSystem;
    this.#noIgnore = noIgnore;
  }

  run(): void {
    const real = this.#fileSystem.realPath(this.#root);
    const ignored = this.#noIgnore ? undefined : GitIgnore.at(real, this.#fileSystem);
    this.#search({ path: this.#root, below: ".", real }, this.#entries(this.#root), ignored);
  }

  #search(folder: FoundTarget, entries: readonly FolderEntry[], ignored: GitIgnore | undefined): void {
    const { path, below, real } = folder;
    const named = entries.filter(({ name }) => KUSTOMIZATION_FILE_NAMES.includes(name));
    const known = named.length === 1 && named[0]?.kind === "file" ? named[0].name : undefined;
    const file = KUSTOMIZATION_FILE_NAMES.find((wanted) => {
      const entry = named.find(({ name }) => name === wanted);
      return entry !== undefined && !ignored?.ignores(joinPath(real, wanted), false) &&
        this.#mayBeFile(joinPath(path, wanted), entry);
    });
    if (known !== undefined) this.#files?.kustomizationFiles.set(real, known);
    if (file !== undefined) this.#add(folder, file, file === known);
    for (const entry of entries) {
      const { name, kind } = entry;
      if (kind === "file" || name.startsWith(".") || name === "node_modules") continue;
      const child = { path: joinPath(path, name), below: joinPath(below, name), real: joinPath(real, name) };
      const isFolder = kind === "folder" || this.#guarded(() => this.#isFolder(child.path)) === true;
      if (!isFolder || ignored?.ignores(child.real, true)) continue;
      const inside = this.#entries(child.path);
      const ignores = inside.some(({ name }) => name === ".gitignore");
      this.#search(child, inside, ignores ? ignored?.below(child.real, this.#fileSystem) : ignored);
    }
  }

  #entries(path: string): FolderEntry[] {
    const { entries } = this.#fileSystem;
    return this.#guarded(() =>
      entries?.call(this.#fileSystem, path) ??
        this.#fileSystem.readDir(path).map((name) => ({ name, kind: "other" as const }))
    ) ?? [];
  }

  /** The build reports paths that cannot be read, such as a link to itself. */
  #mayBeFile(path: string, { kind }: FolderEntry): boolean {
    if (kind !== "other") return kind === "file";
    try {
      return this.#fileSystem.stat(path)?.isDirectory === false;
    } catch (error) {
      if (error instanceof FileError) return true;
      throw error;
    }
  }

  /** Whether the path is a folder itself. Most paths are files, for which a single call is enough. */
  #isFolder(path: string): boolean {
    try {
      const info = this.#fileSystem.stat(path);
      if (info?.isDirectory === true) return !this.#fileSystem.isLink(path);
      if (info === undefined && path.includes("\ufffd") && !this.#fileSystem.isLink(path)) failNotUtf8(path);
    } catch (error) {
      if (!(error instanceof FileError) || !this.#fileSystem.isLink(path)) throw error;
    }
    return false;
  }

  /** @param isFile Whether `name` is known to be a file, and no link to one. */
  #add(target: FoundTarget, name: string, isFile: boolean): void {
    const shared = isFile ? this.#files : undefined;
    const read = () =>
      shared?.text(joinPath(target.real, name), true) ?? readSource(this.#fileSystem, joinPath(target.path, name));
    if (isComponent(read)) this.components.push(target.path);
    else this.targets.push(target);
  }

  /** Undefined on an error of the file system; the search continues elsewhere. */
  #guarded<T>(ask: () => T): T | undefined {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.problems.push(diagnosticOfFileError(error));
      return undefined;
    }
  }
}

/** Runtimes replace the bytes that are not UTF-8, and cannot open such a path. */
function failNotUtf8(path: string): never {
  const shown = path.replaceAll("\ufffd", "\\ufffd");
  throw new FileError("other", shown, `${shown}: the name is not UTF-8`);
}

/** Most kustomizations do not contain the word at all and need not be parsed. */
function isComponent(read: () => Source): boolean {
  try {
    const source = read();
    if (!source.text.includes("Component")) return false;
    const root = parseDocument(source, { uniqueKeys: false });
    return root?.kind === "mapping" && new ObjectReader(root, "the kustomization", STRICT).text("kind") === "Component";
  } catch (error) {
    // The build reports what is wrong with the file.
    if (error instanceof FileError || error instanceof KustError) return false;
    throw error;
  }
}

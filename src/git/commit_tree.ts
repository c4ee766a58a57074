/**
 * The files of a commit: those of the work tree, except for the ones that differ. Ignored files belong to both sides.
 */

import { FileError, type FileSystem } from "../load/file_system.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import { addToSet } from "../text/multimap.ts";
import { baseName, dirName, isWithin, joinPath } from "../text/paths.ts";
import type { Differences } from "./changes.ts";
import type { Contents } from "./contents.ts";

/**
 * `content` and `target` are undefined if the disk has the same file or link. `onDisk` tells whether the disk has a
 * folder there, too.
 */
export type CommitNode =
  | { kind: "file"; content: Uint8Array | FileError | undefined; mode: number }
  | { kind: "link"; target: string | undefined }
  | { kind: "folder"; onDisk: boolean };

export class CommitTree {
  readonly #disk: FileSystem;
  readonly #root: string;
  /** Files and links that the disk lacks, or has with other contents. */
  readonly #committed = new Map<string, CommitNode>();
  /** The names of these, and of the folders that contain them, by the path of their folder. */
  readonly #names = new Map<string, Set<string>>();
  /** Paths that only the work tree has. */
  readonly #hidden: ReadonlySet<string>;
  /** Folders below the top with hidden contents: the commit lacks those in which it has nothing else. */
  readonly #emptied = new Set<string>();
  /** Why the files of a submodule are unknown, by its folder. */
  readonly #unknown: ReadonlyMap<string, string>;
  readonly #nodes = new Map<string, CommitNode | undefined>();

  /** @param root The work tree's top: its real path. */
  constructor(disk: FileSystem, root: string, differences: Differences, contents: Contents) {
    this.#disk = disk;
    this.#root = root;
    this.#hidden = new Set(differences.onlyNow.map((path) => path.replace(/\/$/, "")));
    this.#unknown = new Map(differences.unknown.map((one) => [one.path, problemOf(one)]));
    for (const { path, kind, mode } of differences.committed) {
      const content = contents.get(path);
      const target = content instanceof Uint8Array ? decodeUtf8Lossy(content) : "";
      this.#committed.set(path, kind === "link" ? { kind, target } : { kind, content, mode });
      this.#addNames(path);
    }
    for (const { path, isGone } of differences.unknown) {
      if (!isGone) continue;
      this.#committed.set(path, { kind: "folder", onDisk: false });
      this.#addNames(path);
    }
    for (const path of this.#hidden) this.#addEmptied(path);
  }

  #addNames(path: string): void {
    for (let at = path; at !== this.#root; at = dirName(at)) {
      if (this.#names.get(dirName(at))?.has(baseName(at))) return;
      addToSet(this.#names, dirName(at), baseName(at));
    }
  }

  #addEmptied(path: string): void {
    for (let at = dirName(path); at !== this.#root; at = dirName(at)) this.#emptied.add(at);
  }

  /** The node at a path; undefined if the commit has none. */
  at(path: string): CommitNode | undefined {
    if (this.#nodes.has(path)) return this.#nodes.get(path);
    const node = this.#look(path);
    this.#nodes.set(path, node);
    return node;
  }

  /** The node at a path that `at` has already looked up. */
  known(path: string): CommitNode | undefined {
    return this.#nodes.get(path);
  }

  /** The names in a folder, sorted by code units. */
  names(path: string, { onDisk }: CommitNode & { kind: "folder" }): string[] {
    const names = new Set([...onDisk ? this.#disk.readDir(path) : [], ...this.#names.get(path) ?? []]);
    return [...names].filter((name) => this.at(joinPath(path, name)) !== undefined).sort();
  }

  /** Looks up a path again on the next request, because the disk has changed there. */
  forget(path: string): void {
    this.#nodes.delete(path);
  }

  #look(path: string): CommitNode | undefined {
    if (!isWithin(path, this.#root)) return this.#onDisk(path);
    const problem = this.#unknown.get(dirName(path));
    if (problem !== undefined && !path.endsWith("/.git")) throw new FileError("other", path, `${path}: ${problem}`);
    const own = this.#committed.get(path);
    if (own !== undefined) return own;
    const above = path === this.#root ? undefined : this.at(dirName(path));
    const mayBeOnDisk = path === this.#root || above?.kind === "folder" && above.onDisk && !this.#hidden.has(path);
    const disk = mayBeOnDisk ? this.#onDisk(path) : undefined;
    if (this.#names.has(path)) return { kind: "folder", onDisk: disk?.kind === "folder" };
    if (disk?.kind !== "folder" || !this.#emptied.has(path)) return disk;
    // Looking up a name in it looks up its folder.
    this.#nodes.set(path, disk);
    return this.#disk.readDir(path).some((name) => this.at(joinPath(path, name)) !== undefined) ? disk : undefined;
  }

  #onDisk(path: string): CommitNode | undefined {
    if (this.#disk.isLink(path)) return { kind: "link", target: undefined };
    const info = this.#disk.stat(path);
    if (info === undefined) return undefined;
    return info.isDirectory ? { kind: "folder", onDisk: true } : { kind: "file", content: undefined, mode: info.mode };
  }
}

function problemOf({ commit, isGone }: Differences["unknown"][0]): string {
  const short = commit.slice(0, 12);
  return isGone
    ? `the files of the submodule's commit ${short} are unknown, because its clone is gone; clone it there again`
    : `the submodule's commit ${short} is not in its clone; 'git submodule update' or 'git fetch' in it gets it`;
}

/**
 * The files of a commit without a checkout: the work tree's, with what differs in its place. What is the same is read from the
 * disk, so that builds of both sides read and parse it once. What git ignores is there on both sides.
 */

import { type Content, FileError, type FileInfo, type FileSystem } from "../load/file_system.ts";
import { orNothing, refusal, type Walked, walkPath } from "../load/file_systems/walk_path.ts";
import { dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import type { Differences } from "./changes.ts";
import type { Contents } from "./contents.ts";

/** What is at a path without links in it. A folder's `onDisk`: whether the disk has a folder there too. */
type Node =
  | { kind: "file"; content: Uint8Array | FileError | undefined; mode: number }
  | { kind: "link"; target: string | undefined }
  | { kind: "folder"; onDisk: boolean };

export class CommitFileSystem implements FileSystem {
  readonly #disk: FileSystem;
  readonly #root: string;
  /** Files and links that the disk has otherwise or not at all. */
  readonly #committed = new Map<string, Node>();
  /** Folders that these are in, with their names there. */
  readonly #names = new Map<string, Set<string>>();
  readonly #hidden: ReadonlySet<string>;
  /** Folders of which at least a part is hidden: they are not there if nothing else is in them. */
  readonly #emptied = new Set<string>();
  readonly #unknown: ReadonlyMap<string, string>;
  readonly #nodes = new Map<string, Node | undefined>();

  /** @param root The work tree's top: its real path. */
  constructor(disk: FileSystem, root: string, differences: Differences, contents: Contents) {
    this.#disk = disk;
    this.#root = root;
    this.#hidden = new Set(differences.onlyNow.map((path) => path.replace(/\/$/, "")));
    this.#unknown = new Map(differences.unknown.map(({ path, commit }) => [path, commit]));
    for (const { path, kind, mode } of differences.committed) {
      const content = contents.get(path);
      const target = content instanceof Uint8Array ? decodeUtf8Lossy(content) : "";
      this.#committed.set(path, kind === "link" ? { kind, target } : { kind, content, mode });
      this.#addNames(path);
    }
    for (const path of this.#hidden) {
      for (let at = dirName(path); isWithin(at, root) && !this.#emptied.has(at); at = dirName(at)) {
        this.#emptied.add(at);
      }
    }
  }

  #addNames(path: string): void {
    for (let at = path; at !== this.#root; at = dirName(at)) {
      const names = this.#names.get(dirName(at));
      const name = at.slice(at.lastIndexOf("/") + 1);
      if (names === undefined) this.#names.set(dirName(at), new Set([name]));
      else if (names.has(name)) return;
      else names.add(name);
    }
  }

  cwd(): string {
    return this.#disk.cwd();
  }

  /** The file system that has the very same file at a real path: the disk, unless it differs. */
  sameAs(path: string): FileSystem | undefined {
    const node = this.#node(path);
    return node?.kind === "file" && node.content === undefined ? this.#disk : undefined;
  }

  pathOf(text: string): string {
    return this.#disk.pathOf?.(text) ?? text;
  }

  readFile(path: string): Uint8Array {
    const { path: real, node } = this.#find(path);
    if (node === undefined) throw refusal("not-found", path);
    if (node.kind !== "file") throw refusal("is-directory", path);
    if (node.content === undefined) return this.#disk.readFile(real, true);
    if (node.content instanceof FileError) throw node.content;
    return node.content.slice();
  }

  readText(path: string): string {
    const { path: real, node } = this.#find(path);
    if (node?.kind === "file" && node.content === undefined) return this.#disk.readText(real, true);
    return decodeUtf8Lossy(this.readFile(path));
  }

  stat(path: string): FileInfo | undefined {
    const node = orNothing(() => this.#find(path))?.node;
    if (node === undefined) return undefined;
    const isFile = node.kind === "file";
    return { isFile, isDirectory: !isFile, mode: isFile ? node.mode : 0o755 };
  }

  realPath(path: string): string {
    const { path: real, node } = this.#find(path);
    if (node === undefined) throw refusal("not-found", path);
    return real;
  }

  isLink(path: string): boolean {
    return orNothing(() => this.#find(path, false))?.node?.kind === "link";
  }

  readLink(path: string): string {
    const { path: real, node } = this.#find(path, false);
    if (node?.kind !== "link") throw refusal("other", path);
    return this.#targetOf(real, node.target);
  }

  readDir(path: string): string[] {
    const { path: real, node } = this.#find(path);
    if (node === undefined) throw refusal("not-found", path);
    if (node.kind !== "folder") throw refusal("not-directory", path);
    const own = node.onDisk ? this.#disk.readDir(real) : [];
    const names = new Set([...own, ...this.#names.get(real) ?? []]);
    return [...names].filter((name) => this.#node(joinPath(real, name)) !== undefined).sort();
  }

  /** Only temporary files can be written, which are outside of the work tree. */
  writeFile(path: string, content: Content, mode?: number): void {
    if (!isAbsolute(path) || isWithin(path, this.#root)) this.#refuse(path);
    this.#disk.writeFile(path, content, mode);
    this.#nodes.delete(path);
  }

  replaceFile(path: string): never {
    return this.#refuse(path);
  }

  makeDir(path: string): never {
    return this.#refuse(path);
  }

  remove(path: string): never {
    return this.#refuse(path);
  }

  #refuse(path: string): never {
    throw new FileError("permission", path, `${path}: a commit cannot be changed`);
  }

  /** What is at a path without links in it; undefined if nothing is. */
  #node(path: string): Node | undefined {
    if (this.#nodes.has(path)) return this.#nodes.get(path);
    const node = this.#look(path);
    this.#nodes.set(path, node);
    return node;
  }

  #look(path: string): Node | undefined {
    if (!isWithin(path, this.#root)) return this.#onDisk(path);
    const own = this.#committed.get(path);
    if (own !== undefined) return own;
    const above = path === this.#root ? undefined : this.#node(dirName(path));
    const mayBeOnDisk = path === this.#root || above?.kind === "folder" && above.onDisk && !this.#hidden.has(path);
    const disk = mayBeOnDisk ? this.#onDisk(path) : undefined;
    if (this.#names.has(path)) return { kind: "folder", onDisk: disk?.kind === "folder" };
    if (disk?.kind !== "folder" || path === this.#root || !this.#emptied.has(path)) return disk;
    // The names in it ask for their folder.
    this.#nodes.set(path, disk);
    const isGone = this.#disk.readDir(path).every((name) => this.#node(joinPath(path, name)) === undefined);
    return isGone ? undefined : disk;
  }

  #onDisk(path: string): Node | undefined {
    const commit = this.#unknown.get(dirName(path));
    if (commit !== undefined && !path.endsWith("/.git")) {
      const said = `${path}: the submodule's commit ${commit.slice(0, 12)} is not in its clone`;
      throw new FileError("other", path, `${said}; 'git submodule update' or 'git fetch' in it gets it`);
    }
    if (this.#disk.isLink(path)) return { kind: "link", target: undefined };
    const info = this.#disk.stat(path);
    if (info === undefined) return undefined;
    return info.isDirectory ? { kind: "folder", onDisk: true } : { kind: "file", content: undefined, mode: info.mode };
  }

  #targetOf(path: string, target: string | undefined): string {
    return target ?? this.#disk.readLink?.(path) ?? this.#disk.realPath(path);
  }

  #find(path: string, followLast = true): Walked<Node> {
    if (path === "") throw refusal("not-found", path);
    const absolute = isAbsolute(path) ? path : `${this.#disk.cwd()}/${path}`;
    const known = this.#nodes.get(absolute);
    if (known !== undefined && known.kind !== "link") return { path: absolute, node: known };
    const targetOf = (at: string, node: Node) => this.#targetOf(at, node.kind === "link" ? node.target : undefined);
    return walkPath(absolute, (at) => this.#node(at), targetOf, followLast);
  }
}

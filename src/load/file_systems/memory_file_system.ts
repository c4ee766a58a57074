/** An in-memory tree of files with symbolic links, for tests and browsers. It behaves like a disk. */

import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import type { Content, FileInfo, FileSystem } from "../file_system.ts";
import { MAX_LINKS, orNothing, refusal } from "./walk_path.ts";
import { pushAll } from "../../text/push_all.ts";

interface MemoryFile {
  kind: "file";
  content: Uint8Array;
  mode: number;
}

interface MemoryFolder {
  kind: "folder";
  children: Map<string, MemoryNode>;
}

interface MemoryLink {
  kind: "link";
  target: string;
}

type MemoryNode = MemoryFile | MemoryFolder | MemoryLink;

/** The result of a path lookup: the parent folder, the name in it, and the node, if any. `path` has no links in it. */
interface Found {
  path: string;
  parent: MemoryFolder;
  name: string;
  node: MemoryNode | undefined;
}

/** Files in memory, with folders, symbolic links and permission bits. Every method behaves as `FileSystem` says. */
export class MemoryFileSystem implements FileSystem {
  readonly #root: MemoryFolder = { kind: "folder", children: new Map() };
  readonly #cwd: string;

  /**
   * Creates a tree of files.
   *
   * @param files Texts or bytes by path, relative to `cwd` or absolute; folders are created implicitly.
   * @param cwd Absolute path of the folder that relative paths are resolved from; it is created.
   */
  constructor(files: Record<string, string | Uint8Array> = {}, cwd = "/") {
    this.#cwd = cwd;
    this.makeDir(cwd);
    for (const [path, content] of Object.entries(files)) {
      this.makeDir(path.slice(0, path.lastIndexOf("/") + 1));
      this.writeFile(path, content);
    }
  }

  /** The folder given to the constructor. */
  cwd(): string {
    return this.#cwd;
  }

  /** A copy of the bytes of a file. */
  readFile(path: string): Uint8Array {
    return this.#file(path).content.slice();
  }

  /** The text of a file, decoded as UTF-8. */
  readText(path: string): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.#file(path).content);
  }

  /** Follows symbolic links; undefined if nothing exists. */
  stat(path: string): FileInfo | undefined {
    const node = orNothing(() => this.#find(path))?.node;
    if (node === undefined) return undefined;
    return {
      isFile: node.kind === "file",
      isDirectory: node.kind === "folder",
      mode: node.kind === "file" ? node.mode : 0o755,
    };
  }

  /** Absolute path with every symbolic link resolved. */
  realPath(path: string): string {
    const found = this.#find(path);
    if (found.node === undefined) throw refusal("not-found", path);
    return found.path;
  }

  /** Whether the path itself is a symbolic link. */
  isLink(path: string): boolean {
    return orNothing(() => this.#find(path, false))?.node?.kind === "link";
  }

  /** The target of a symbolic link, as written. */
  readLink(path: string): string {
    const { node } = this.#find(path, false);
    if (node?.kind !== "link") throw refusal("other", path);
    return node.target;
  }

  /** Names in a folder, sorted by code units. */
  readDir(path: string): string[] {
    const { node } = this.#find(path);
    if (node === undefined) throw refusal("not-found", path);
    if (node.kind !== "folder") throw refusal("not-directory", path);
    return [...node.children.keys()].sort();
  }

  /** Creates or overwrites a file; its folder must exist. */
  writeFile(path: string, content: Content, mode = 0o644): void {
    const { parent, name, node } = this.#find(path);
    if (node?.kind === "folder") throw refusal("is-directory", path);
    const bytes = content instanceof Uint8Array ? content.slice() : encodeUtf8([...content].join(""));
    parent.children.set(name, { kind: "file", content: bytes, mode: node?.kind === "file" ? node.mode : mode });
  }

  /** The same as `writeFile`: nothing can interrupt it. */
  replaceFile(path: string, content: Content): void {
    this.writeFile(path, content);
  }

  /** Creates the folder and its parents. */
  makeDir(path: string): void {
    let here = "";
    for (const step of steps(this.#absolute(path))) {
      here += `/${step}`;
      const { parent, name, node } = this.#find(here);
      if (node === undefined) parent.children.set(name, { kind: "folder", children: new Map() });
      else if (node.kind !== "folder") throw refusal("not-directory", path);
    }
  }

  /** Removes a file, a link, or a folder with its contents. */
  remove(path: string): void {
    const found = orNothing(() => this.#find(path, false));
    found?.parent.children.delete(found.name);
  }

  /** Creates a symbolic link at `path` to `target`, which is relative to the link's folder unless absolute. */
  makeLink(path: string, target: string): void {
    const { parent, name, node } = this.#find(path, false);
    if (node !== undefined) throw refusal("exists", path);
    parent.children.set(name, { kind: "link", target });
  }

  #file(path: string): MemoryFile {
    const { node } = this.#find(path);
    if (node === undefined) throw refusal("not-found", path);
    if (node.kind !== "file") throw refusal("is-directory", path);
    return node;
  }

  #absolute(path: string): string {
    return path.startsWith("/") ? path : `${this.#cwd}/${path}`;
  }

  /**
   * Walks a path like the kernel: `..` after a link leaves the link's target. Throws if a folder on the way is missing.
   */
  #find(path: string, followLast = true): Found {
    if (path === "") throw refusal("not-found", path);
    const pending = steps(this.#absolute(path)).reverse();
    const trail: { name: string; folder: MemoryFolder }[] = [];
    let links = 0;
    let folder = this.#root;
    while (pending.length > 0) {
      const name = pending.pop()!;
      if (name === "..") {
        folder = trail.pop()?.folder ?? this.#root;
        continue;
      }
      const node = folder.children.get(name);
      const last = pending.length === 0;
      if (node?.kind === "link" && (!last || followLast)) {
        if (++links > MAX_LINKS) throw refusal("other", path, "too many levels of symbolic links");
        if (node.target.startsWith("/")) {
          trail.length = 0;
          folder = this.#root;
        }
        pushAll(pending, steps(node.target).reverse());
        continue;
      }
      if (last) return { path: pathOf([...trail.map((step) => step.name), name]), parent: folder, name, node };
      if (node === undefined) throw refusal("not-found", path);
      if (node.kind !== "folder") throw refusal("not-directory", path);
      trail.push({ name, folder });
      folder = node;
    }
    return this.#folderItself(trail, folder);
  }

  /** The result for a path that ends in `..` or is the root: a folder on the trail. */
  #folderItself(trail: { name: string; folder: MemoryFolder }[], folder: MemoryFolder): Found {
    const last = trail.at(-1);
    const path = pathOf(trail.map((step) => step.name));
    return { path, parent: last?.folder ?? this.#root, name: last?.name ?? "", node: folder };
  }
}

function steps(path: string): string[] {
  return path.split("/").filter((step) => step !== "" && step !== ".");
}

function pathOf(names: string[]): string {
  return `/${names.join("/")}`;
}

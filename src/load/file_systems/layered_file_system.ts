/** Changes in memory over another file system. */

import { baseName, dirName, isWithin, joinPath } from "../../text/paths.ts";
import { decodeUtf8Lossy, encodeUtf8 } from "../../text/bytes/utf8.ts";
import type { Content, FileInfo, FileSystem, OthersAccess } from "../file_system.ts";
import { PathWalker } from "./path_walker.ts";
import { refusal } from "./walk_path.ts";

/** `content` and `target` are undefined if the file system below has them. A new folder hides what is below it. */
type Node =
  | { kind: "file"; content: Uint8Array | undefined; mode: number }
  | { kind: "folder"; isNew: boolean }
  | { kind: "link"; target: undefined };

/**
 * Another file system with changes that only this object has: what is written stays in memory, and the files below are
 * never changed. For builds of what an editor has not saved, or of a kustomization that a controller changes first.
 *
 * @example
 * ```ts
 * import { build, LayeredFileSystem, MemoryFileSystem, printResources } from "@kust/kust";
 *
 * const disk = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "resources: [service.yaml]\n",
 *   "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
 * });
 * const files = new LayeredFileSystem(disk);
 * files.writeFile("/app/kustomization.yaml", "resources: [service.yaml]\nnamePrefix: dev-\n");
 * const changed = printResources((await build(files, "/app")).resources);
 * const saved = printResources((await build(disk, "/app")).resources);
 * console.assert(changed.includes("dev-web") && !saved.includes("dev-web"));
 * ```
 */
export class LayeredFileSystem implements FileSystem {
  readonly #below: FileSystem;
  /** Changes by path without links; undefined for what was removed. */
  readonly #changes = new Map<string, Node | undefined>();
  readonly #paths: PathWalker<Node> = new PathWalker<Node>({
    cwd: () => this.cwd(),
    nodeAt: (path) => this.#nodeAt(path),
    targetOf: (path) => this.#below.readLink?.(path) ?? this.#below.realPath(path),
  });

  /** Creates a view of `below` without changes. */
  constructor(below: FileSystem) {
    this.#below = below;
  }

  /** That of the file system below. */
  cwd(): string {
    return this.#below.cwd();
  }

  /** The path that a text means to the file system below. */
  pathOf(text: string): string {
    return this.#below.pathOf?.(text) ?? text;
  }

  /** The bytes of a file. */
  readFile(path: string): Uint8Array {
    const { path: real, node: { content } } = this.#paths.file(path);
    return content?.slice() ?? this.#below.readFile(real, true);
  }

  /** The text of a file, decoded as UTF-8. */
  readText(path: string): string {
    const { path: real, node: { content } } = this.#paths.file(path);
    return content === undefined ? this.#below.readText(real, true) : decodeUtf8Lossy(content);
  }

  /** Follows symbolic links; undefined if nothing exists. */
  stat(path: string): FileInfo | undefined {
    const found = this.#paths.findIfAny(path);
    if (found === undefined) return undefined;
    if (isUnchanged(found.node)) return this.#below.stat(found.path);
    const isFile = found.node.kind === "file";
    return { isFile, isDirectory: !isFile, mode: found.node.kind === "file" ? found.node.mode : 0o755 };
  }

  /** Absolute path with every symbolic link resolved. */
  realPath(path: string): string {
    return this.#paths.realPath(path);
  }

  /** Whether the path itself is a symbolic link. */
  isLink(path: string): boolean {
    return this.#paths.isLink(path);
  }

  /** The target of a symbolic link. */
  readLink(path: string): string {
    return this.#paths.readLink(path);
  }

  /** The file system below, if it has the very same file. */
  sameAs(path: string): FileSystem | undefined {
    const node = this.#nodeAt(path);
    return node?.kind === "file" && isUnchanged(node) ? this.#below : undefined;
  }

  /** Names in a folder, sorted by code units. */
  readDir(path: string): string[] {
    const { path: real, node } = this.#paths.folder(path);
    const names = new Set(node.isNew ? [] : this.#below.readDir(real));
    for (const changed of this.#changes.keys()) {
      if (dirName(changed) === real) names.add(baseName(changed));
    }
    return [...names].filter((name) => this.#nodeAt(joinPath(real, name)) !== undefined).sort();
  }

  /** Creates or overwrites a file in memory; its folder must exist. */
  writeFile(path: string, content: Content, mode = 0o644): void {
    const { path: real, node } = this.#paths.find(path);
    if (node?.kind === "folder") throw refusal("is-directory", path);
    const bytes = content instanceof Uint8Array ? content.slice() : encodeUtf8([...content].join(""));
    this.#changes.set(real, { kind: "file", content: bytes, mode: node?.kind === "file" ? node.mode : mode });
  }

  /** The same as `writeFile`. */
  replaceFile(path: string, content: Content): void {
    this.writeFile(path, content);
  }

  /** Creates the folder and its parents in memory. */
  makeDir(path: string): void {
    let here = "";
    for (const step of this.#paths.absolute(path).split("/").filter((name) => name !== "")) {
      here += `/${step}`;
      const { path: real, node } = this.#paths.find(here);
      if (node === undefined) this.#changes.set(real, { kind: "folder", isNew: true });
      else if (node.kind !== "folder") throw refusal("not-directory", path);
    }
  }

  /** What the file system below says; nobody else has access to what is in memory. */
  accessOfOthers(path: string): OthersAccess {
    const { path: real, node } = this.#paths.find(path);
    const own = node === undefined || isUnchanged(node) ? this.#below.accessOfOthers?.(real) : undefined;
    return own ?? { write: false, enter: false };
  }

  /** Hides a file, a link, or a folder with its contents. */
  remove(path: string): void {
    const found = this.#paths.findIfAny(path, false);
    if (found === undefined) return;
    for (const changed of [...this.#changes.keys()]) if (isWithin(changed, found.path)) this.#changes.delete(changed);
    this.#changes.set(found.path, undefined);
  }

  /** What is at a path without links in it. */
  #nodeAt(path: string): Node | undefined {
    if (this.#changes.has(path)) return this.#changes.get(path);
    if (this.#changes.size > 0 && this.#isHidden(path)) return undefined;
    if (this.#below.isLink(path)) return { kind: "link", target: undefined };
    const info = this.#below.stat(path);
    if (info === undefined) return undefined;
    return info.isDirectory ? { kind: "folder", isNew: false } : { kind: "file", content: undefined, mode: info.mode };
  }

  /** Whether a folder above was removed or replaced. */
  #isHidden(path: string): boolean {
    for (let at = path; at !== "/";) {
      at = dirName(at);
      if (this.#changes.has(at)) return true;
    }
    return false;
  }
}

/** Whether the file system below has the node. */
function isUnchanged(node: Node): boolean {
  return node.kind === "folder" ? !node.isNew : node.kind === "link" || node.content === undefined;
}

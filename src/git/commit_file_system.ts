/**
 * The files of a commit, without a checkout. Files that are the same in the work tree are read from the disk, so that
 * builds of both sides read and parse them once.
 */

import { type Content, FileError, type FileInfo, type FileSystem } from "../load/file_system.ts";
import { type Found, PathWalker } from "../load/file_systems/path_walker.ts";
import { decodeUtf8Lossy } from "../text/bytes/utf8.ts";
import { isAbsolute, isWithin } from "../text/paths.ts";
import type { Differences } from "./changes.ts";
import { type CommitNode, CommitTree } from "./commit_tree.ts";
import type { Contents } from "./contents.ts";

export class CommitFileSystem implements FileSystem {
  readonly #disk: FileSystem;
  readonly #root: string;
  readonly #tree: CommitTree;
  readonly #paths: PathWalker<CommitNode>;

  /** @param root The work tree's top: its real path. */
  constructor(disk: FileSystem, root: string, differences: Differences, contents: Contents) {
    this.#disk = disk;
    this.#root = root;
    const tree = new CommitTree(disk, root, differences, contents);
    this.#tree = tree;
    this.#paths = new PathWalker<CommitNode>({
      cwd: () => disk.cwd(),
      nodeAt: (path) => tree.at(path),
      targetOf: (path, link) =>
        link.kind === "link" && link.target !== undefined ? link.target : disk.readLink?.(path) ?? disk.realPath(path),
    });
  }

  cwd(): string {
    return this.#disk.cwd();
  }

  /** The disk, if it has the same file at this real path. */
  sameAs(path: string): FileSystem | undefined {
    const node = this.#tree.at(path);
    return node?.kind === "file" && node.content === undefined ? this.#disk : undefined;
  }

  pathOf(text: string): string {
    return this.#disk.pathOf?.(text) ?? text;
  }

  readFile(path: string): Uint8Array {
    const { path: real, node: { content } } = this.#file(path);
    if (content === undefined) return this.#disk.readFile(real, true);
    if (content instanceof FileError) throw content;
    return content.slice();
  }

  readText(path: string): string {
    const { path: real, node: { content } } = this.#file(path);
    if (content === undefined) return this.#disk.readText(real, true);
    if (content instanceof FileError) throw content;
    return decodeUtf8Lossy(content);
  }

  stat(path: string): FileInfo | undefined {
    const node = this.#known(path) ?? this.#paths.findIfAny(path)?.node;
    if (node === undefined) return undefined;
    const isFile = node.kind === "file";
    return { isFile, isDirectory: !isFile, mode: isFile ? node.mode : 0o755 };
  }

  realPath(path: string): string {
    return this.#known(path) === undefined ? this.#paths.realPath(path) : path;
  }

  isLink(path: string): boolean {
    return this.#paths.isLink(path);
  }

  readLink(path: string): string {
    return this.#paths.readLink(path);
  }

  readDir(path: string): string[] {
    const { path: real, node } = this.#paths.folder(path);
    return this.#tree.names(real, node);
  }

  /** Only temporary files, which are outside the work tree, can be written. */
  writeFile(path: string, content: Content, mode?: number): void {
    if (!isAbsolute(path) || isWithin(path, this.#root)) this.#refuse(path);
    this.#disk.writeFile(path, content, mode);
    this.#tree.forget(path);
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

  /** The node at an absolute path that was looked up before, to avoid another walk. */
  #known(path: string): CommitNode | undefined {
    const node = this.#tree.known(path);
    return node?.kind === "link" ? undefined : node;
  }

  #file(path: string): Found<CommitNode & { kind: "file" }> {
    const node = this.#known(path);
    return node?.kind === "file" ? { path, node } : this.#paths.file(path);
  }
}

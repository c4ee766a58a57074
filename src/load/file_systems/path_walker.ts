/** Answers questions about paths from the nodes at paths without links in them. */

import { isAbsolute } from "../../text/paths.ts";
import { orNothing, refusal, type Walkable, type Walked, walkPath } from "./walk_path.ts";

/** What a file system knows of paths without links in them. */
export interface NodeSource<N extends Walkable> {
  readonly cwd: () => string;
  /** The node at a path without links in it. */
  readonly nodeAt: (path: string) => N | undefined;
  /** The text of the link at such a path. */
  readonly targetOf: (path: string, link: N) => string;
}

/** The end of a walk at which there is a node. */
export interface Found<N> {
  path: string;
  node: N;
}

export class PathWalker<N extends Walkable> {
  readonly #nodes: NodeSource<N>;

  constructor(nodes: NodeSource<N>) {
    this.#nodes = nodes;
  }

  absolute(path: string): string {
    return isAbsolute(path) ? path : `${this.#nodes.cwd()}/${path}`;
  }

  /** Walks a path to its end, where there may be nothing. Throws `FileError` if a folder on the way is missing. */
  find(path: string, followLast = true): Walked<N> {
    if (path === "") throw refusal("not-found", path);
    const { nodeAt, targetOf } = this.#nodes;
    return walkPath(this.absolute(path), nodeAt, targetOf, followLast);
  }

  /** Like `find`, but undefined if there is nothing at the path. */
  findIfAny(path: string, followLast = true): Found<N> | undefined {
    const found = orNothing(() => this.find(path, followLast));
    return found?.node && { path: found.path, node: found.node };
  }

  /** The path without links in it. Throws `FileError` if there is nothing. */
  realPath(path: string): string {
    return this.#existing(path).path;
  }

  isLink(path: string): boolean {
    return this.findIfAny(path, false)?.node.kind === "link";
  }

  readLink(path: string): string {
    const { path: real, node } = this.find(path, false);
    if (node?.kind !== "link") throw refusal("other", path);
    return this.#nodes.targetOf(real, node);
  }

  /** The file at a path. Throws `FileError` if there is none. */
  file(path: string): Found<N & { kind: "file" }> {
    const { path: real, node } = this.#existing(path);
    if (!isFile(node)) throw refusal("is-directory", path);
    return { path: real, node };
  }

  /** The folder at a path. Throws `FileError` if there is none. */
  folder(path: string): Found<N & { kind: "folder" }> {
    const { path: real, node } = this.#existing(path);
    if (!isFolder(node)) throw refusal("not-directory", path);
    return { path: real, node };
  }

  #existing(path: string): Found<N> {
    const { path: real, node } = this.find(path);
    if (node === undefined) throw refusal("not-found", path);
    return { path: real, node };
  }
}

function isFile<N extends Walkable>(node: N): node is N & { kind: "file" } {
  return node.kind === "file";
}

function isFolder<N extends Walkable>(node: N): node is N & { kind: "folder" } {
  return node.kind === "folder";
}

/** A project of the playground: files in memory, and what to build of them. */

import { baseName, dirName, isWithin } from "../../src/text/paths.ts";

/** A text, or the bytes of a file that is not UTF-8. */
export type Content = string | Uint8Array;

/** Contents by path, relative to the project, such as `overlays/dev/kustomization.yaml`. */
export type Files = ReadonlyMap<string, Content>;

export interface Project {
  files: Files;
  /** The folder to build; undefined for the one that a user most likely means. */
  folder: string | undefined;
  /** The release of kustomize to agree with. */
  release: string;
}

/** What is wrong with a path for a new file or folder, in one sentence; undefined if it can be used. */
export function faultOfPath(path: string, files: Files): string | undefined {
  const parts = path.split("/");
  if (path === "") return "Enter a name";
  if (parts.includes("")) return "A name between two slashes is missing";
  if (parts.includes(".") || parts.includes("..")) return "Name a path without '.' and '..'";
  // deno-lint-ignore no-control-regex
  if (/[\x00-\x1f\x7f]/.test(path)) return "A name cannot have control characters";
  if (parts.some((part) => part.length > 255)) return "A name has at most 255 characters";
  if (isTaken(path, files)) return `'${path}' exists already`;
  for (let folder = dirName(path); folder !== "."; folder = dirName(folder)) {
    if (files.has(folder)) return `'${folder}' is a file`;
  }
  return undefined;
}

function isTaken(path: string, files: Files): boolean {
  return pathsBelow(path, files).length > 0;
}

/** The path itself if it is a file; for a folder, the files in and below it. */
export function pathsBelow(path: string, files: Files): string[] {
  return [...files.keys()].filter((file) => isWithin(file, path));
}

/** Where a path is once `from` is called `to`. */
export function movedPath(path: string, from: string, to: string): string {
  return isWithin(path, from) ? to + path.slice(from.length) : path;
}

export interface TreeEntry {
  path: string;
  name: string;
  /** Undefined for a file. */
  entries: TreeEntry[] | undefined;
}

/** Folders before files, each by name. */
export function treeOf(files: Files): TreeEntry[] {
  const folders = new Map<string, TreeEntry[]>([[".", []]]);
  for (const path of files.keys()) entriesOf(dirName(path), folders).push({ ...named(path), entries: undefined });
  for (const entries of folders.values()) entries.sort(inOrder);
  return folders.get(".")!;
}

function named(path: string): { path: string; name: string } {
  return { path, name: baseName(path) };
}

function entriesOf(folder: string, folders: Map<string, TreeEntry[]>): TreeEntry[] {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const entries: TreeEntry[] = [];
  folders.set(folder, entries);
  entriesOf(dirName(folder), folders).push({ ...named(folder), entries });
  return entries;
}

function inOrder(one: TreeEntry, other: TreeEntry): number {
  if ((one.entries === undefined) !== (other.entries === undefined)) return one.entries === undefined ? 1 : -1;
  return one.name < other.name ? -1 : 1;
}

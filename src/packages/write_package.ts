/** Writes resources back to the files of a folder that their annotations name, like kyaml's package writer. */

import { fail } from "../diagnostics/diagnostic.ts";
import { checkNoNull } from "../diagnostics/null_character.ts";
import type { FileSystem } from "../load/file_system.ts";
import { cleanPath, dirName, isAbsolute, isWithin, joinPath } from "../text/paths.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { annotationsOf, setAnnotation } from "./annotations.ts";
import { defaultPath } from "./default_path.ts";
import { copyLegacyAnnotations, INDEX, PATH, pathOf } from "./package_annotations.ts";
import type { Item } from "./pipeline.ts";
import { writeStream } from "./write_stream.ts";

/** The paths of the files that resources come from. */
export function pathsOf(items: readonly Item[]): Set<string> {
  return new Set(items.map(({ root }) => pathOf(root)));
}

/**
 * Writes all files, and removes those without remaining resources. Nothing is written if any resource has a path
 * outside of the folder.
 *
 * @param path The folder, or a file in it.
 * @param before The files that the resources were read from.
 */
export function writePackage(
  path: string,
  items: readonly Item[],
  before: ReadonlySet<string>,
  fileSystem: FileSystem,
): void {
  const after = pathsOf(items);
  const isFolder = fileSystem.stat(path)?.isDirectory === true;
  const folder = isFolder ? path : dirName(path);
  addPaths(items);
  addIndexes(items);
  const texts = [...byFile(items)].map(([file, group]): [string, string] => {
    checkTarget(folder, file, group[0]!.root, fileSystem);
    return [joinPath(folder, file), writeStream(sortByIndex(group), { clears: [PATH.present, PATH.legacy] })];
  });
  for (const [file, text] of texts) {
    fileSystem.makeDir(dirName(file));
    fileSystem.replaceFile(file, text);
  }
  if (isFolder) { for (const file of before) if (!after.has(file)) fileSystem.remove(joinPath(folder, file)); }
}

function addPaths(items: readonly Item[]): void {
  for (const { root } of items) {
    copyLegacyAnnotations(root);
    if (annotationsOf(root).has(PATH.present)) continue;
    const path = defaultPath(root, "");
    for (const name of [PATH.present, PATH.legacy]) setAnnotation(root, name, path);
  }
}

/** Sic: the first new resource in a file gets the index of the last existing one. */
function addIndexes(items: readonly Item[]): void {
  const counts = new Map<string, number>();
  for (const { root } of items) {
    const index = indexOf(root);
    if (index !== undefined) counts.set(pathOf(root), Math.max(counts.get(pathOf(root)) ?? 0, index));
  }
  for (const { root } of items) {
    if (annotationsOf(root).has(INDEX.present)) continue;
    const count = counts.get(pathOf(root)) ?? 0;
    counts.set(pathOf(root), count + 1);
    for (const name of [INDEX.present, INDEX.legacy]) setAnnotation(root, name, String(count));
  }
}

function indexOf(root: Node): number | undefined {
  const text = annotationsOf(root).get(INDEX.present);
  if (text === undefined) return undefined;
  if (/^[+-]?[0-9]+$/.test(text)) return Number(text);
  fail("invalid-value", `the annotation '${INDEX.present}' is "${text}"`, { ...atPlace(root), hint: "it is a number" });
}

function byFile(items: readonly Item[]): Map<string, Item[]> {
  const files = new Map<string, Item[]>();
  for (const item of items) {
    const path = annotationsOf(item.root).get(PATH.present) ?? "";
    const group = files.get(path);
    if (group === undefined) files.set(path, [item]);
    else group.push(item);
  }
  return files;
}

function sortByIndex(items: Item[]): Item[] {
  return items.sort((a, b) => (indexOf(a.root) ?? -1) - (indexOf(b.root) ?? -1));
}

function checkTarget(folder: string, file: string, root: Node, fileSystem: FileSystem): void {
  const details = { ...atPlace(root), hint: `a function sets it by the annotation '${PATH.present}'` };
  checkNoNull("the path of a resource", file, details);
  if (file === "") fail("empty-path", "a resource has an empty path to be written to", details);
  if (isAbsolute(file)) fail("absolute-path", `a resource cannot be written to the absolute path '${file}'`, details);
  const target = joinPath(folder, file);
  const isInside = !cleanPath(file).includes("..") &&
    isWithin(realParent(target, fileSystem), fileSystem.realPath(folder));
  if (!isInside) fail("outside-root", `a resource would be written outside of the folder, to '${file}'`, details);
  if (fileSystem.stat(target)?.isDirectory === true) {
    fail("is-a-folder", `a resource would be written to '${file}', which is a folder`, details);
  }
}

/** The real path of the nearest existing folder above a file. */
function realParent(path: string, fileSystem: FileSystem): string {
  let folder = dirName(path);
  while (fileSystem.stat(folder) === undefined) folder = dirName(folder);
  return fileSystem.realPath(folder);
}

/** Changes of the files of a project. Each returns new files, in the order of their paths. */

import { KUSTOMIZATION_FILE_NAMES } from "../../src/kustomization/file_names.ts";
import { baseName, isWithin } from "../../src/text/paths.ts";
import { type Content, faultOfPath, type Files, movedPath } from "./project.ts";

/** Adds an empty file, or a kustomization to fill in. */
export function withNew(files: Files, path: string): Map<string, Content> {
  const text = KUSTOMIZATION_FILE_NAMES.includes(baseName(path)) ? "resources:\n" : "";
  return inOrder([...files, [path, text]]);
}

/** Moves a file, or all files of a folder. */
export function renamed(files: Files, from: string, to: string): Map<string, Content> {
  return inOrder([...files].map(([path, content]) => [movedPath(path, from, to), content]));
}

/** Removes a file, or a folder with all its files. */
export function without(files: Files, path: string): Map<string, Content> {
  return new Map([...files].filter(([file]) => !isWithin(file, path)));
}

/** Brings back files that were there before, unless others have their places now. */
export function withThoseOf(files: Files, before: Files): Map<string, Content> {
  return inOrder([...files, ...[...before].filter(([path]) => faultOfPath(path, files) === undefined)]);
}

/** The file that takes the place of one that was removed. */
export function nextTo(path: string, before: Files, after: Files): string {
  const paths = [...before.keys()];
  const later = paths.slice(paths.indexOf(path)).find((one) => after.has(one));
  return later ?? [...after.keys()].at(-1) ?? "";
}

function inOrder(files: [string, Content][]): Map<string, Content> {
  return new Map(files.sort(([a], [b]) => a < b ? -1 : 1));
}

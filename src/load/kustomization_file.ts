/** Finds and reads the kustomization file of a root. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { dirName, isWithin, joinPath } from "../text/paths.ts";
import { FileError } from "./file_system.ts";
import type { Loader } from "./loader.ts";

/** The one kustomization file of the loader's root; fails if there is none, or more than one. */
export function findKustomizationFile(loader: Loader): { name: string; source: Source } {
  const name = loader.kustomizationFile(() => findName(loader));
  return { name, source: loader.text(name, undefined) };
}

function findName(loader: Loader): string {
  const found = KUSTOMIZATION_FILE_NAMES.filter((name) => loader.holdsFile(name));
  const folder = loader.files.nameOf(loader.root);
  const [name] = found;
  if (name === undefined) return failNoFile(loader, folder);
  if (found.length > 1) {
    fail("many-kustomizations", `the folder '${folder}' has several kustomization files: ${found.join(", ")}`, {
      file: folder,
      hint: "keep one of them",
    });
  }
  return name;
}

function failNoFile(loader: Loader, folder: string): never {
  fail("no-kustomization", `the folder '${folder}' has no kustomization file`, {
    file: folder,
    hint: loader.asking(undefined, () => hintFor(loader)),
  });
}

function hintFor(loader: Loader): string {
  const near = loader.names().find((name) => nearest(name, KUSTOMIZATION_FILE_NAMES) && !loader.isFolder(name));
  if (near !== undefined) return `rename '${near}'?`;
  const around = foldersAround(loader);
  if (around.length > 0) return `there is one in ${around.map((folder) => `'${folder}'`).join(", ")}`;
  if (loader.containingRepo !== undefined) return "put the folder of the kustomization after '//'";
  return `name it ${KUSTOMIZATION_FILE_NAMES.join(" or ")}; 'kust create' creates one`;
}

const MAX_FOLDERS = 5;

/**
 * Folders with a kustomization: those one or two levels below, or else the one above, unless that is outside a clone.
 */
function foldersAround(loader: Loader): string[] {
  const { files: { fileSystem }, root, containingRepo } = loader;
  const holdsOne = (folder: string) =>
    KUSTOMIZATION_FILE_NAMES.some((name) => fileSystem.stat(joinPath(folder, name))?.isDirectory === false);
  const below = (folder: string): string[] =>
    fileSystem.readDir(folder).filter((name) => !name.startsWith(".") && name !== "node_modules")
      .map((name) => joinPath(folder, name))
      .filter((path) => fileSystem.stat(path)?.isDirectory === true && !fileSystem.isLink(path));
  try {
    const children = below(root);
    const found = [...children, ...children.flatMap(below)].filter(holdsOne);
    const above = dirName(root);
    const mayLookUp = containingRepo === undefined || isWithin(above, containingRepo.clone.dir);
    if (found.length === 0 && mayLookUp && holdsOne(above)) found.push(above);
    return found.filter((folder) => !loader.isBeingBuilt(folder)).slice(0, MAX_FOLDERS).map((folder) =>
      loader.files.nameOf(folder)
    );
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}

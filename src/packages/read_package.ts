/** Reads the resources in a folder, or in one file, like kyaml's package reader. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";
import { readSource } from "../load/read_source.ts";
import { baseName, dirName, isAbsolute, joinPath } from "../text/paths.ts";
import { WrongKindError } from "../yaml/value/wrong_kind.ts";
import { readIgnoreFile } from "./ignore_file.ts";
import { PATH } from "./package_annotations.ts";
import type { Item } from "./pipeline.ts";
import { readStream } from "./read_stream.ts";

/** A folder with this file is a separate package. */
export const PACKAGE_FILE = "Krmfile";

export interface PackageOptions {
  /** Whether to skip folders below that are separate packages. */
  skipsPackages?: boolean;
  /** Whether to read `.json` files too. */
  json?: boolean;
  /** Whether resources are marked with their path and position. Default: true. */
  annotates?: boolean;
}

/** A file whose contents are not resources. */
export class UnreadableFile extends WrongKindError {
  readonly path: string;

  constructor({ expected, node }: WrongKindError, path: string) {
    super("a resource must be", expected, node);
    this.path = path;
  }
}

/** A file of a package. */
interface PackageFile {
  /** The path for reading it. */
  path: string;
  /** Relative to the package. */
  name: string;
}

/** @param path As the user typed it; messages name files below it. */
export function readPackage(path: string, options: PackageOptions, fileSystem: FileSystem): Item[] {
  return filesOf(path, options, fileSystem).flatMap(({ path, name }) => {
    const annotations = options.annotates === false ? undefined : { [PATH.present]: name, [PATH.legacy]: name };
    try {
      return readStream(readSource(fileSystem, path), { annotations, unwraps: false }).items;
    } catch (error) {
      throw error instanceof WrongKindError ? new UnreadableFile(error, path) : error;
    }
  });
}

function filesOf(path: string, { skipsPackages, json }: PackageOptions, fileSystem: FileSystem): PackageFile[] {
  const isRead = (name: string) => /\.ya?ml$/.test(name) || json === true && name.endsWith(".json");
  const info = existing(path, fileSystem);
  if (!info.isDirectory) return isRead(baseName(path)) ? [{ path, name: baseName(fileSystem.realPath(path)) }] : [];
  const isIgnored = readIgnoreFile(path, fileSystem);
  const files: PackageFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of fileSystem.readDir(joinPath(path, folder))) {
      const name = joinPath(folder, entry);
      const full = joinPath(path, name);
      // A link is a file, as it is for Go's Walk, even one to a folder.
      const isFolder = !fileSystem.isLink(full) && fileSystem.stat(full)?.isDirectory === true;
      if (isIgnored(name, isFolder)) continue;
      if (!isFolder && isRead(entry)) files.push({ path: full, name });
      const isPackage = skipsPackages === true && fileSystem.stat(joinPath(full, PACKAGE_FILE)) !== undefined;
      if (isFolder && !isPackage) walk(name);
    }
  };
  walk("");
  return files;
}

function existing(path: string, fileSystem: FileSystem) {
  if (path === "") fail("empty-path", "the path of the folder is empty");
  return fileSystem.stat(path) ?? fail("not-found", `there is no file or folder '${path}'`, { file: path });
}

/**
 * The package at a path and, if `recurses`, those below it, under kustomize's names: the path itself as typed, which
 * may occur again in its cleaned form.
 */
export function packagesIn(path: string, recurses: boolean, fileSystem: FileSystem): string[] {
  existing(path, fileSystem);
  const found = recurses ? packagesBelow(path, fileSystem) : hasPackageFile(path, fileSystem) ? [joinPath(path)] : [];
  return found.includes(path) ? found : [path, ...found];
}

function hasPackageFile(path: string, fileSystem: FileSystem): boolean {
  return fileSystem.stat(joinPath(path, PACKAGE_FILE)) !== undefined;
}

function packagesBelow(root: string, fileSystem: FileSystem): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    if (baseName(path) === PACKAGE_FILE) {
      found.push(isAbsolute(path) || path.includes("/") ? dirName(joinPath(path)) : ".");
    }
    if (fileSystem.isLink(path) || fileSystem.stat(path)?.isDirectory !== true) return;
    for (const name of fileSystem.readDir(path)) walk(joinPath(path, name));
  };
  walk(root);
  return found;
}

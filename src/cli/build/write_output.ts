/** Writes a build's resources to standard output, to a file, or to one file each in a folder. */

import { inPhase, type Phases } from "../../pipeline/context/phases.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { FileError, type FileSystem } from "../../load/file_system.ts";
import { printInParts } from "../../model/print_resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { PrintOptions } from "../../yaml/write/print.ts";
import { isWithin } from "../../text/paths.ts";
import { outputFiles, PRINT_FILE } from "./output_files.ts";

/** @param path The value of `-o`; "" for standard output. Writes nothing before every resource has been printed. */
export function writeOutput(resources: readonly Resource[], path: string, host: Host, phases?: Phases): void {
  const print = (some: readonly Resource[], options?: PrintOptions) => {
    return inPhase(phases, "print", () => printed(some, options));
  };
  if (path === "") {
    const parts = print(resources);
    inPhase(phases, "write", () => {
      for (const part of parts) host.writeStdout(part);
    });
  } else if (host.fs.stat(path)?.isDirectory === true) {
    const files = outputFiles(resources).map(({ name, resource }) => ({ name, parts: print([resource], PRINT_FILE) }));
    inPhase(phases, "write", () => {
      for (const { name, parts } of files) writeOneOfMany(host.fs, path, `${path}/${name}`, parts);
    });
  } else {
    const parts = print(resources);
    inPhase(phases, "write", () => writeTo(host.fs, path, parts));
  }
}

/** Outputs longer than this many characters are not kept in memory. */
const KEPT = 1 << 25;

/** The text of the resources in parts. Prints all of it once beforehand, so that errors come before any output. */
export function printed(resources: readonly Resource[], options?: PrintOptions): Iterable<string> {
  const kept: string[] = [];
  let size = 0;
  for (const part of printInParts(resources, options)) {
    size += part.length;
    if (size > KEPT) kept.length = 0;
    else kept.push(part);
  }
  return size > KEPT ? { [Symbol.iterator]: () => printInParts(resources, options)[Symbol.iterator]() } : kept;
}

/** Replaces a file atomically, so that the old one survives a failure. Writes to a pipe or a device directly. */
export function writeTo(files: FileSystem, path: string, parts: Iterable<string>): void {
  writing(() => {
    const info = files.stat(path);
    if (info === undefined || info.isFile) files.replaceFile(path, parts);
    else files.writeFile(path, parts);
  });
}

/**
 * Writes one file of a folder of outputs in place, as kustomize does: thousands of atomic replacements keep a disk busy
 * for seconds.
 */
export function writeOneOfMany(files: FileSystem, folder: string, path: string, parts: Iterable<string>): void {
  writing(() => {
    checkLink(files, folder, path);
    const info = files.stat(path);
    if (info === undefined || info.isFile) files.writeFile(path, parts);
    // Fails for a pipe or a device, which the user did not name.
    else files.replaceFile(path, parts);
  });
}

/** Rejects a link that leads out of the folder of outputs: a repository may have brought it. */
export function checkLink(files: FileSystem, folder: string, path: string): void {
  if (!files.isLink(path) || isInside(files, folder, path)) return;
  fail("outside-root", `cannot write the output: '${path}' is a link that leads out of '${folder}'`, {
    hint: "remove the link, or write to the folder that it leads to",
  });
}

/** Whether a path leads to something in the folder. */
export function isInside(files: FileSystem, folder: string, path: string): boolean {
  return files.stat(path) !== undefined && isWithin(files.realPath(path), files.realPath(folder));
}

/** Throws `file-error` if the output cannot be written. */
function writing(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const hint = error.code === "not-found" ? { hint: "create the folder first" } : {};
    fail("file-error", `cannot write the output: ${error.message}`, hint);
  }
}

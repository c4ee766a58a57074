/** Where a build's resources go: standard output, a file, or a folder with a file for each. */

import { printResources } from "../build/build.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import { FileError, type FileSystem } from "../load/file_system.ts";
import type { Resource } from "../model/resource.ts";
import { outputFiles } from "./output_files.ts";

/** @param path What `-o` names; "" for standard output. Nothing is written before all is printed. */
export function writeOutput(resources: readonly Resource[], path: string, host: Host): void {
  if (path === "") host.writeStdout(printResources(resources));
  else if (host.fs.stat(path)?.isDirectory === true) {
    const files = outputFiles(resources).map(({ name, resource }) => ({ name, text: printResources([resource]) }));
    for (const { name, text } of files) write(host.fs, `${path}/${name}`, text);
  } else write(host.fs, path, printResources(resources));
}

function write(files: FileSystem, path: string, text: string): void {
  try {
    files.writeFile(path, text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const hint = error.code === "not-found" ? { hint: "make the folder first" } : {};
    fail("cannot-write", `cannot write the output: ${error.message}`, hint);
  }
}

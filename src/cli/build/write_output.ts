/** Where a build's resources go: standard output, a file, or a folder with a file for each. */

import { inPhase, type Phases } from "../../pipeline/context/phases.ts";
import { printResources } from "../../pipeline/build.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { FileError, type FileSystem } from "../../load/file_system.ts";
import type { Resource } from "../../model/resource.ts";
import { outputFiles } from "./output_files.ts";

/** @param path What `-o` names; "" for standard output. Nothing is written before all is printed. */
export function writeOutput(resources: readonly Resource[], path: string, host: Host, phases?: Phases): void {
  const write = (file: string, text: string) => inPhase(phases, "write", () => writeFile(host.fs, file, text));
  const print = (some: readonly Resource[]) => inPhase(phases, "print", () => printResources(some));
  if (path === "") {
    const text = print(resources);
    inPhase(phases, "write", () => host.writeStdout(text));
  } else if (host.fs.stat(path)?.isDirectory === true) {
    const files = outputFiles(resources).map(({ name, resource }) => ({ name, text: print([resource]) }));
    for (const { name, text } of files) write(`${path}/${name}`, text);
  } else write(path, print(resources));
}

function writeFile(files: FileSystem, path: string, text: string): void {
  try {
    files.writeFile(path, text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const hint = error.code === "not-found" ? { hint: "make the folder first" } : {};
    fail("cannot-write", `cannot write the output: ${error.message}`, hint);
  }
}

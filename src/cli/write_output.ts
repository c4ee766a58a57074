/** Where a build's resources go: standard output, a file, or a folder with a file for each. */

import { printResources } from "../build/build.ts";
import type { Host } from "../host/host.ts";
import type { Resource } from "../model/resource.ts";
import { writeOutputFiles } from "./output_files.ts";

/** @param path What `-o` names; "" for standard output. */
export function writeOutput(resources: readonly Resource[], path: string, host: Host): void {
  if (path === "") host.writeStdout(printResources(resources));
  else if (host.fs.stat(path)?.isDirectory === true) {
    writeOutputFiles(host.fs, path, resources, (resource) => printResources([resource]));
  } else host.fs.writeFile(path, printResources(resources));
}

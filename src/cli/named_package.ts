/** Unbuilt resources that the command line names. */

import type { Host } from "../host/host.ts";
import type { Item } from "../packages/pipeline.ts";
import { type PackageOptions, readPackage } from "../packages/read_package.ts";
import { readStream } from "../packages/read_stream.ts";
import { isPipe, readNamed } from "./named_file.ts";

/** The resources of a folder, of a file, or of a pipe. */
export function readNamedPackage(path: string, options: PackageOptions, host: Host): Item[] {
  if (!isPipe(path, host.fs)) return readPackage(path, options, host.fs);
  const annotations = options.annotates === false ? undefined : {};
  return readStream(readNamed(path, host), { annotations, unwraps: false }).items;
}

/** The resources on standard input. */
export function readStdinPackage(host: Host): Item[] {
  return readStream(readNamed("-", host), { annotations: {}, unwraps: true }).items;
}

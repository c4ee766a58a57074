/** What is compared with what. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { readSource } from "../../load/read_source.ts";
import { readResources } from "../../model/read/read_resources.ts";
import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { cleanPath } from "../../text/paths.ts";
import type { Comparison, Side } from "./side.ts";

/** `kust diff A B`: kustomizations, or files of rendered manifests. */
export function twoPaths(before: string, after: string, options: BuildOptions, host: Host): Comparison {
  const shared = { ...options, shared: new SharedReads() };
  return {
    target: cleanPath(after),
    before: sideOf(before, shared, host.fs),
    after: sideOf(after, shared, host.fs),
  };
}

function sideOf(path: string, options: BuildOptions, fileSystem: FileSystem): Side {
  return fileSystem.stat(path)?.isFile === true
    ? manifests(path, fileSystem)
    : kustomization(path, options, fileSystem);
}

function kustomization(path: string, options: BuildOptions, fileSystem: FileSystem): Side {
  return { label: path, build: (trace) => build(fileSystem, path, { ...options, trace }) };
}

/** Resources that are already built. Their changes are told with the lines of the file. */
function manifests(path: string, fileSystem: FileSystem): Side {
  const resources = readResources(readSource(fileSystem, path));
  const result = { resources, errors: [], warnings: [] };
  return { label: path, build: () => Promise.resolve(result) };
}

export function failUsage(count: number): never {
  fail("missing-argument", `diff takes two kustomizations, ${count} given`, {
    hint: "kust diff overlays/staging overlays/prod",
  });
}

/** Creates sides for each source of resources. */

import type { Host } from "../../../host/host.ts";
import type { FileSystem } from "../../../load/file_system.ts";
import { readResources } from "../../../model/read/read_resources.ts";
import type { Read } from "../../../reads/read.ts";
import type { Resource } from "../../../model/resource.ts";
import { observedBuild } from "../../../pipeline/build.ts";
import type { BuildOptions } from "../../../pipeline/context/options.ts";
import { isPipe, readNamed } from "../../named_file.ts";
import type { Side } from "./side.ts";

export function kustomizationSide(label: string, path: string, options: BuildOptions, fileSystem: FileSystem): Side {
  return {
    label,
    build: ({ reads = false, steps } = {}) => observedBuild(fileSystem, path, { ...options, reads }, steps),
  };
}

/** A side without a kustomization: all resources of the other side were added or removed. */
export function absentSide(label: string): Side {
  return resourcesSide(label, []);
}

/** Resources that are already built. Changes are reported with lines of their file. */
function resourcesSide(label: string, resources: readonly Resource[], reads: readonly Read[] = []): Side {
  const result = { resources, errors: [], warnings: [], reads };
  return { label, build: () => Promise.resolve(result) };
}

/** A file or a pipe with rendered manifests; `-` is standard input. */
export function manifestsSide(path: string, host: Host): Side {
  const source = readNamed(path, host);
  const isFile = path !== "-" && !isPipe(path, host.fs);
  const reads: Read[] = isFile ? [{ kind: "file", path: host.fs.realPath(path), askedBy: [] }] : [];
  return resourcesSide(source.name, readResources(source), reads);
}

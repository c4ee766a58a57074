/** `kust diff TARGET --against FILE|- [--live]`: a kustomization compared with manifests. */

import { liveLikeApplied } from "../../../diff/live.ts";
import type { Host } from "../../../host/host.ts";
import type { BuildOptions } from "../../../pipeline/context/options.ts";
import { cleanPath } from "../../../text/paths.ts";
import { kustomizationSide, readManifests, resourcesSide } from "./make_side.ts";
import type { Comparison, Side } from "./side.ts";

interface Manifests {
  file: string;
  live: boolean;
}

export function againstManifests(
  path: string,
  { file, live }: Manifests,
  options: BuildOptions,
  host: Host,
): Comparison {
  const resources = readManifests(file, host);
  const after = kustomizationSide(path, path, options, host.fs);
  const label = file === "-" ? "standard input" : file;
  const before: Side = live
    ? {
      label,
      isBuilt: false,
      build: async () => {
        const { resources: applied, schema } = await after.build();
        return { resources: liveLikeApplied(resources, { resources: applied, schema }), errors: [], warnings: [] };
      },
    }
    : resourcesSide(label, resources);
  return { target: cleanPath(path), before, after };
}

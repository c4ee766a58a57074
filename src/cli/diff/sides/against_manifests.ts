/** `kust diff TARGET --against FILE|- [--live]`: a kustomization compared with manifests. */

import { liveLikeApplied } from "../../../diff/live.ts";
import type { Host } from "../../../host/host.ts";
import type { BuildOptions } from "../../../pipeline/context/options.ts";
import { cleanPath } from "../../../text/paths.ts";
import { kustomizationSide, manifestsSide } from "./make_side.ts";
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
  const after = kustomizationSide(path, path, options, host.fs);
  const before = live ? liveSide(file, after, host) : manifestsSide(file, host);
  return { target: cleanPath(path), before, after, isOfPaths: true };
}

/** Keeps the fields that are in the build, and those that were applied last. */
function liveSide(file: string, applied: Side, host: Host): Side {
  const manifests = manifestsSide(file, host);
  return {
    ...manifests,
    build: async () => {
      const [live, wanted] = [await manifests.build(), await applied.build()];
      return { ...live, resources: liveLikeApplied(live.resources, wanted) };
    },
  };
}

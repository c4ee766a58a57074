/** `kust diff [TARGET…] --compat R1..R2`: compares the output of two releases of kustomize. */

import type { Compat } from "../../../compat/compat.ts";
import { compatWith } from "../../../compat/compat_with.ts";
import type { Host } from "../../../host/host.ts";
import type { BuildOptions } from "../../../pipeline/context/options.ts";
import type { TargetChoice } from "../../../targets/find_targets.ts";
import { shardOf } from "../../../targets/shard.ts";
import { findTargets } from "./find_targets.ts";
import { kustomizationSide } from "./make_side.ts";
import type { Comparisons } from "./side.ts";

export async function betweenReleases(
  paths: readonly string[],
  releases: readonly [before: string, after: string],
  choice: TargetChoice,
  options: BuildOptions,
  host: Host,
): Promise<Comparisons> {
  const [before, after] = [await compatWith(releases[0]), await compatWith(releases[1])];
  host.compileEarly?.();
  const { paths: targets, problems } = findTargets(paths, [host.fs], choice);
  const sideOf = ({ release }: Compat, target: string) =>
    kustomizationSide(release, target, { ...options, compat: release }, host.fs);
  const comparisons = shardOf(targets, choice.shard).map((target) => ({
    target,
    before: sideOf(before, target),
    after: sideOf(after, target),
  }));
  return { comparisons, problems };
}

/**
 * The choice of targets by the flags of `target_flags.ts`. In its own file because a build of one kustomization does
 * not need it.
 */

import type { TargetChoice } from "../../targets/find_targets.ts";
import { parseShard } from "../../targets/shard.ts";
import type { FlagValues } from "./flags.ts";
import type { TARGET_FLAGS } from "./target_flags.ts";

export function targetChoice(flags: FlagValues<typeof TARGET_FLAGS>): TargetChoice {
  return {
    leaves: flags.leaves,
    include: flags.include,
    exclude: flags.exclude,
    noIgnore: flags["no-ignore"],
    shard: flags.shard === "" ? undefined : parseShard(flags.shard),
  };
}

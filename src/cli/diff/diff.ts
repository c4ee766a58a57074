/** `kust diff`: what a change does to the resources, and to the cluster. */

import type { Host } from "../../host/host.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { buildOptions } from "../build/build_options.ts";
import { defineCommand } from "../command.ts";
import { progressLine } from "../output/progress_line.ts";
import { reportErrors } from "../output/report.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { compare, type CompareOptions, type TargetDiff } from "./comparison.ts";
import { exitCodeOf, reportFailures } from "./failures.ts";
import { flags, formOf, ignoreRules, releasesOf } from "./flags.ts";
import { render } from "./formats/render.ts";
import { comparisonsOf } from "./request.ts";
import type { Comparison } from "./side.ts";

export const command = defineCommand({
  usage: "diff [A B | TARGET...] [flags]",
  flags,
  manual: async () => (await import("./diff_manual.ts")).manual,
  completeArgs: "kustomization",
  exitOnFailure: 2,
  watches: true,
  comparesReleases: true,
  run: async ({ args, flags, given, compat }, host) => {
    const form = formOf(flags, host);
    const showing: CompareOptions = {
      ignore: ignoreRules(flags),
      showSecrets: flags["show-secrets"],
      steps: form.format === "json",
    };
    const options: BuildOptions = {
      ...buildOptions(flags, given, host),
      compat: compat.release,
      shared: new SharedReads(),
    };
    const choice = targetChoice({ ...flags, leaves: !flags["all-targets"] });
    const request = { ...flags, paths: args, releases: releasesOf(flags), choice };
    const { comparisons, problems } = await comparisonsOf(request, options, host);
    const diffs = await compareAll(comparisons, showing, host);
    host.writeStdout(render(diffs, form, host));
    reportFailures(diffs, host);
    reportErrors(problems, host);
    return problems.length > 0 ? 2 : exitCodeOf(diffs, form.failOn);
  },
});

/** Builds that wait for remote sources overlap with so many others. */
const AT_ONCE = 8;

async function compareAll(
  comparisons: readonly Comparison[],
  options: CompareOptions,
  host: Host,
): Promise<TargetDiff[]> {
  const progress = progressLine(host);
  const diffs: TargetDiff[] = [];
  const waiting = comparisons.entries();
  let done = 0;
  const work = async () => {
    for (const [index, comparison] of waiting) {
      progress?.(`${done}/${comparisons.length} ${comparison.target}`);
      diffs[index] = await compare(comparison, options);
      done++;
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, comparisons.length) }, work));
  progress?.("");
  return diffs;
}

/** `kust diff`: what a change does to the resources, and to the cluster. */

import type { Host } from "../../host/host.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { buildOptions } from "../build/build_options.ts";
import { defineCommand } from "../command.ts";
import { progressLine } from "../output/progress_line.ts";
import { reportErrors } from "../output/report.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { sideBySide } from "../side_by_side.ts";
import { compare, type CompareOptions } from "./comparison.ts";
import { exitCodeOf, reportFailures } from "./failures.ts";
import { flags, formOf, ignoreRules, releasesOf } from "./flags.ts";
import { reportIn } from "./formats/render.ts";
import type { Report } from "./formats/report.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { comparisonsOf } from "./request.ts";
import type { Comparison } from "./sides/side.ts";

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
    const report = reportIn(form, host);
    const outcomes = await compareAll(comparisons, showing, report, host);
    host.writeStdout(report.text(outcomes));
    reportFailures(outcomes, host);
    reportErrors(problems, host);
    return problems.length > 0 ? 2 : exitCodeOf(outcomes, form.failOn);
  },
});

/** Builds that wait for remote sources overlap with so many others. */
const AT_ONCE = 8;

/** Writes each target into the report as soon as it is compared, and forgets its resources. */
async function compareAll(
  comparisons: readonly Comparison[],
  options: CompareOptions,
  report: Report,
  host: Host,
): Promise<Outcome[]> {
  const progress = progressLine(host);
  const outcomes: Outcome[] = [];
  let done = 0;
  await sideBySide(comparisons.entries(), AT_ONCE, async ([index, comparison]) => {
    progress?.(`${done}/${comparisons.length} ${comparison.target}`);
    const diff = await compare(comparison, options);
    report.add(diff, index);
    outcomes[index] = outcomeOf(diff);
    done++;
  });
  progress?.("");
  return outcomes;
}

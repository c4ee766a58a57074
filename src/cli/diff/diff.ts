/** `kust diff`: what a change does to the resources, and to the cluster. */

import type { Host } from "../../host/host.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { buildOptions } from "../build/build_options.ts";
import { defineCommand, type Invocation } from "../command.ts";
import { keepingResults, type LastRun } from "../last_run.ts";
import { progressLine } from "../output/progress_line.ts";
import { shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { targetChoice } from "../flags/target_choice.ts";
import { sideBySide } from "../side_by_side.ts";
import { compare, type Compared, type CompareOptions, keyOf } from "./comparison.ts";
import { exitCodeOf, reportFailures } from "./failures.ts";
import { flags, formOf, ignoreRules, releasesOf } from "./flags.ts";
import { reportIn } from "./formats/render.ts";
import type { Report } from "./formats/report.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { comparisonsOf } from "./request.ts";
import type { Comparison } from "./sides/side.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

export const command = defineCommand({
  usage: "diff [A B | TARGET...] [flags]",
  flags,
  manual: async () => (await import("./diff_manual.ts")).manual,
  completeArgs: "kustomization",
  exitOnFailure: COULD_NOT_BE_DONE,
  watch: (invocation, seen) => keepingResults<Compared>(seen, (host, last) => runDiff(invocation, host, last)),
  comparesReleases: true,
  run: (invocation, host) => runDiff(invocation, host),
});

type DiffInvocation = Invocation<typeof flags>;

async function runDiff(invocation: DiffInvocation, host: Host, last?: LastRun<Compared>): Promise<number> {
  const { args, flags, given, compat } = invocation;
  const form = formOf(flags, given, host);
  const showing: CompareOptions = {
    ignore: ignoreRules(flags),
    showSecrets: flags["show-secrets"],
    steps: form.format === "json",
  };
  const shared = new SharedReads();
  // Both sides read the files that are the same.
  shared.parsed.keepsAtOnce = true;
  const options: BuildOptions = {
    ...buildOptions(flags, given, host),
    compat: compat.release,
    shared,
  };
  const choice = targetChoice({ ...flags, leaves: !flags["all-targets"] });
  const request = { ...flags, given, paths: args, releases: releasesOf(flags), choice };
  const { comparisons, problems } = await comparisonsOf(request, options, host);
  const report = reportIn(form, host);
  const outcomes = await compareAll(comparisons, showing, { report, shared, last }, host);
  host.writeStdout(report.text(outcomes));
  reportFailures(outcomes, host);
  reportErrors(problems, host);
  reportUnused(flags.ignore, outcomes, host);
  return problems.length > 0 ? 2 : exitCodeOf(outcomes, form.failOn);
}

/** How many builds may wait for remote sources concurrently. */
const AT_ONCE = 8;

/**
 * Neighbouring targets share most files: beyond this much text, the oldest are unlikely to be read again.
 */
const MOST_CHARACTERS = 8_000_000;

interface Results {
  report: Report;
  shared: SharedReads;
  last: LastRun<Compared> | undefined;
}

/** Writes each target to the report as soon as it is compared, and keeps none of its resources. */
async function compareAll(
  comparisons: readonly Comparison[],
  options: CompareOptions,
  { report, shared, last }: Results,
  host: Host,
): Promise<Outcome[]> {
  const progress = progressLine(host);
  const outcomes: Outcome[] = [];
  let [started, done] = [0, 0];
  await sideBySide(comparisons.entries(), AT_ONCE, async ([index, comparison]) => {
    progress?.(`${done}/${comparisons.length} ${comparison.target}`);
    started++;
    const diff = await compare(comparison, options, last);
    report.add(diff, index);
    outcomes[index] = outcomeOf(diff);
    if (started === ++done && shared.forgetBeyond(MOST_CHARACTERS)) host.freeMemory?.();
  });
  progress?.("");
  last?.retain(new Set(comparisons.map(keyOf)));
  return outcomes;
}

/**
 * Warns of rules that matched nothing, such as mistyped ones. If some targets were not built, a rule may be meant for
 * those.
 */
function reportUnused(rules: readonly string[], outcomes: readonly Outcome[], host: Host): void {
  if (outcomes.some(({ applied }) => applied === undefined)) return;
  const unused = rules.filter((_, index) => !outcomes.some(({ applied }) => applied?.has(index)));
  for (const rule of unused) host.writeStderr(`Warning: --ignore ${shown(rule)} leaves out nothing\n`);
}

/** Reports of the build of several kustomizations, for people, programs and GitHub. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { count } from "../../text/count.ts";
import { githubAnnotations } from "../output/github.ts";
import { diagnosticReport, jsonReport } from "../output/json_report.ts";
import { type Fault, faultsOf, namesOf } from "../output/faults.ts";
import { renderWarning, shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import type { BuildTarget } from "./build_targets.ts";

export interface TargetOutcome {
  target: BuildTarget;
  milliseconds: number;
  warnings: readonly Diagnostic[];
  /** None if the target was built and written. */
  errors: readonly Diagnostic[];
}

export interface ManyOutcome {
  /** Sorted by path. */
  outcomes: readonly TargetOutcome[];
  /** Number of targets to build: more than `outcomes` after `--fail-fast`. */
  count: number;
  components: number;
  /** Folders that could not be searched. */
  problems: readonly Diagnostic[];
  /** Removed outputs of targets that failed or no longer exist. */
  removed: readonly string[];
  milliseconds: number;
}

function faultsIn(outcomes: readonly TargetOutcome[], kind: "errors" | "warnings"): Fault[] {
  return faultsOf(outcomes.map((outcome) => ({ target: outcome.target.path, diagnostics: outcome[kind] })));
}

/** On standard error: each warning and each fault once, and the counts. `quiet` leaves only the faults. */
export function reportToPeople(outcome: ManyOutcome, quiet: boolean, host: Host): void {
  if (!quiet) writeWarnings(outcome, host);
  let above = "";
  for (const fault of faultsIn(outcome.outcomes, "errors")) {
    const names = namesOf(fault.targets);
    if (names !== above) host.writeStderr(`${names}:\n`);
    above = names;
    reportErrors([fault.diagnostic], host);
  }
  reportErrors(outcome.problems, host);
  if (quiet) return;
  for (const file of outcome.removed) host.writeStderr(`removed ${shown(file)}\n`);
  host.writeStderr(`${countsText(outcome)}\n`);
}

/** Only kustomize's texts, as for one target; the build of a target may repeat a warning. */
function writeWarnings({ outcomes }: ManyOutcome, host: Host): void {
  const times = new Map<string, number>();
  for (const { warnings } of outcomes) {
    for (const text of warnings.map(renderWarning)) times.set(text, (times.get(text) ?? 0) + 1);
  }
  for (const [text, number] of times) {
    host.writeStderr(number === 1 ? text : text.replace(/\n$/, ` (${number} times)\n`));
  }
}

function countsText({ outcomes, count: all, components, problems }: ManyOutcome): string {
  const failed = failedOf(outcomes).length;
  const left = all - outcomes.length;
  return [
    `${outcomes.length - failed} built, ${failed} failed`,
    ...left === 0 ? [] : [`${left} left out after a failure`],
    ...components === 0 ? [] : [`${count(components, "component")} skipped`],
    ...problems.length === 0 ? [] : [`${count(problems.length, "folder")} could not be searched`],
  ].join(", ");
}

export function failedOf(outcomes: readonly TargetOutcome[]): TargetOutcome[] {
  return outcomes.filter(({ errors }) => errors.length > 0);
}

/** @param output The output folder. */
export function reportAsJson(outcome: ManyOutcome, output: string): string {
  const failed = failedOf(outcome.outcomes).length;
  const summary = {
    targets: outcome.count,
    built: outcome.outcomes.length - failed,
    failed,
    components: outcome.components,
    milliseconds: rounded(outcome.milliseconds),
    removed: outcome.removed,
    problems: outcome.problems.map(diagnosticReport),
  };
  return jsonReport(
    "BuildReport",
    summary,
    outcome.outcomes.map(({ target, milliseconds, warnings, errors }) => ({
      target: target.path,
      ...errors.length === 0 && { output: `${output}/${target.file}` },
      milliseconds: rounded(milliseconds),
      warnings: warnings.map(diagnosticReport),
      errors: errors.map(diagnosticReport),
    })),
  );
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

/** Annotations for the faults, once each; the log has the time of each target. */
export function reportToGithub(outcome: ManyOutcome, host: Host): void {
  const { outcomes, problems } = outcome;
  const annotate = (kind: "errors" | "warnings", level: "error" | "warning") =>
    faultsIn(outcomes, kind).map((fault) => ({
      ...fault.diagnostic,
      message: [fault.diagnostic.message, ...fault.diagnostic.hint === undefined ? [] : [fault.diagnostic.hint]].join(
        "\n",
      ),
      level,
      title: `${namesOf(fault.targets)} [${fault.diagnostic.code}]`,
    }));
  const lost = problems.map((problem) => ({ ...problem, level: "error" as const, title: problem.code }));
  host.writeStdout(
    githubAnnotations([...annotate("errors", "error"), ...lost, ...annotate("warnings", "warning")], host),
  );
  for (const { target, milliseconds, errors } of outcomes) {
    const verdict = errors.length === 0 ? "built" : "failed";
    host.writeStdout(`${verdict} ${shown(target.path).replace(/\s/g, " ")} in ${rounded(milliseconds)} ms\n`);
  }
  host.writeStderr(`${countsText(outcome)}\n`);
}

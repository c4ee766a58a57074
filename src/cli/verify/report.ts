/** The output of `verify`, for people and as JSON. */

import { jsonReport } from "../output/json_report.ts";
import type { Difference, TargetResult, Verdict } from "./compare_target.ts";
import { shown } from "../output/render_diagnostic.ts";

export interface VerifyReport {
  /** The program as it was named, and the release that was compared. */
  program: string;
  release: string;
  results: TargetResult[];
  /** Number of components, which cannot be built alone. */
  components: number;
}

/** Whether both programs agree on every target, or fail on it. */
export function allAgree({ results }: VerifyReport): boolean {
  return results.every(({ verdict }) => verdict === "agrees" || verdict === "neither");
}

export function verifyJson(report: VerifyReport): string {
  const { program, release, results, components } = report;
  const summary = {
    program,
    release,
    targets: results.length,
    components,
    agree: count(report, "agrees"),
    differ: count(report, "differs"),
    onlyKust: count(report, "only-kust"),
    onlyOther: count(report, "only-other"),
    neither: count(report, "neither"),
    milliseconds: { kust: total(report, "kust"), other: total(report, "other") },
  };
  return jsonReport(
    "VerifyReport",
    summary,
    results.map(({ target, verdict, differences, milliseconds }) => ({
      target,
      verdict,
      differences: differences.map(({ what, name, line }) => ({ what, ...(name === undefined ? {} : { name }), line })),
      milliseconds: { kust: Math.round(milliseconds.kust), other: Math.round(milliseconds.other) },
    })),
  );
}

export function verifyText(report: VerifyReport): string {
  const { results, program, release } = report;
  const lines = results.flatMap((result) => linesOf(result, program));
  const parts = [
    `${count(report, "agrees")} of ${results.length} targets agree with kustomize ${release}`,
    ...counted("differ", count(report, "differs")),
    ...counted("only kust builds", count(report, "only-kust")),
    ...counted(`only ${program} builds`, count(report, "only-other")),
    ...counted("neither builds", count(report, "neither")),
  ];
  const times = `${program} took ${seconds(total(report, "other"))}, kust ${seconds(total(report, "kust"))}`;
  return shown([...lines, parts.join(", "), times, ""].join("\n"));
}

function linesOf({ target, verdict, differences, ourError, theirError }: TargetResult, program: string): string[] {
  switch (verdict) {
    case "agrees":
    case "neither":
      return [];
    case "only-kust":
      return [`${target}: only kust builds it`, ...indented(shortened(theirError.split("\n")), "  ")];
    case "only-other":
      return [`${target}: only ${program} builds it`, ...indented(shortened(ourError.split("\n")), "  ")];
    case "differs":
      return [`${target}: differs`, ...differences.flatMap(differenceLines)];
  }
}

function differenceLines({ what, name, line, theirs, ours }: Difference): string[] {
  const place = what === "stdout" ? "stdout" : `file ${name}`;
  if (line === 0) return [`  ${place}: only ${ours.length > 0 ? "kust" : "the other"} writes it`];
  return [`  ${place}, line ${line}`, ...indented(shortened(theirs), "    - "), ...indented(shortened(ours), "    + ")];
}

const MOST_LINES = 6;

function shortened(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 1 ? [...lines.slice(0, MOST_LINES), `… ${rest} lines more`] : [...lines];
}

function indented(lines: readonly string[], by: string): string[] {
  return lines.map((line) => `${by}${line}`.trimEnd());
}

function counted(what: string, number: number): string[] {
  return number === 0 ? [] : [`${what}: ${number}`];
}

function count({ results }: VerifyReport, verdict: Verdict): number {
  return results.filter((result) => result.verdict === verdict).length;
}

function total({ results }: VerifyReport, whose: "kust" | "other"): number {
  return Math.round(results.reduce((sum, { milliseconds }) => sum + milliseconds[whose], 0));
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

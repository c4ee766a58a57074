/** Sides that do not build. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { failsOnBothSides, failsOnOneSide, type TargetDiff } from "./comparison.ts";

/** Prints the errors of each target. The same error on both sides is printed once. */
export function reportFailures(diffs: readonly TargetDiff[], host: Host): void {
  for (const diff of diffs) {
    const { target, before, after, errors } = diff;
    if (failsOnBothSides(diff) && textOf(errors.before) === textOf(errors.after)) {
      tell(`${target} fails on both sides`, errors.after, host);
      continue;
    }
    if (errors.before.length > 0) tell(`${target} fails in ${before.label}`, errors.before, host);
    if (errors.after.length > 0) tell(`${target} fails in ${after.label}`, errors.after, host);
  }
}

function tell(title: string, errors: readonly Diagnostic[], host: Host): void {
  host.writeStderr(`${shown(title)}:\n`);
  reportErrors(errors, host);
}

function textOf(errors: readonly Diagnostic[]): string {
  return errors.map(({ code, message }) => `${code} ${message}`).join("\n");
}

/**
 * 0: nothing to tell. 1: a difference, or with `failOn` one of these effects, or a side before that does not build.
 * 2: a side after that does not build, or nothing could be compared.
 */
export function exitCodeOf(diffs: readonly TargetDiff[], failOn: readonly string[]): number {
  const failed = diffs.filter((diff) => failsOnOneSide(diff) && diff.errors.after.length > 0);
  if (failed.length > 0 || (diffs.length > 0 && diffs.every(failsOnBothSides))) return 2;
  if (diffs.some(failsOnOneSide)) return 1;
  const changes = diffs.flatMap((diff) => diff.changes);
  if (failOn.length === 0) return changes.length > 0 ? 1 : 0;
  return changes.some(({ effects }) => effects.some(({ code }) => failOn.includes(code))) ? 1 : 0;
}

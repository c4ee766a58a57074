/** Sides that do not build. */

import type { EffectCode } from "../../diagnostics/codes/effects.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { differing, failsOnBothSides, failsOnOneSide, type Failures, type Outcome } from "./outcome.ts";

/** Prints the errors of each target. The same error on both sides is printed once. */
export function reportFailures(targets: readonly Failures[], host: Host): void {
  for (const one of targets) {
    const { target, before, after, errors } = one;
    if (failsOnBothSides(one) && textOf(errors.before) === textOf(errors.after)) {
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
export function exitCodeOf(outcomes: readonly Outcome[], failOn: readonly EffectCode[]): number {
  const failed = outcomes.filter((outcome) => failsOnOneSide(outcome) && outcome.errors.after.length > 0);
  if (failed.length > 0 || (outcomes.length > 0 && outcomes.every(failsOnBothSides))) return 2;
  if (outcomes.some(failsOnOneSide)) return 1;
  const isTold = failOn.length === 0
    ? (outcome: Outcome) => differing(outcome) > 0
    : ({ effects }: Outcome) => failOn.some((code) => effects.has(code));
  return outcomes.some(isTold) ? 1 : 0;
}

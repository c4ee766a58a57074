/** Sides that do not build. */

import type { EffectCode } from "../../diagnostics/codes/effects.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { addToList } from "../../text/multimap.ts";
import { faultsOf, namesOf } from "../output/faults.ts";
import { shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { differing, failsOnBothSides, failsOnOneSide, type Failures, type Outcome } from "./outcome.ts";
import { COULD_NOT_BE_DONE } from "../exit_codes.ts";

/** Prints each error once, with the targets that have it, and once for both sides if it is the same. */
export function reportFailures(targets: readonly Failures[], host: Host): void {
  const byPlace = new Map<string, { target: string; diagnostics: readonly Diagnostic[] }[]>();
  for (const { target, before, after, errors } of targets) {
    const isSame = textOf(errors.before) === textOf(errors.after);
    addToList(byPlace, isSame ? BOTH_SIDES : `in ${after.label}`, { target, diagnostics: errors.after });
    if (!isSame) addToList(byPlace, `in ${before.label}`, { target, diagnostics: errors.before });
  }
  for (const [place, failed] of byPlace) {
    for (const { diagnostic, targets } of faultsOf(failed)) {
      host.writeStderr(`${failText(targets, place)}:\n`);
      reportErrors([diagnostic], host);
    }
  }
}

export const BOTH_SIDES = "on both sides";

/** `overlays/prod fails in the work tree`, `2 targets (a, b) fail on both sides` */
export function failText(targets: readonly string[], place: string): string {
  return `${namesOf(targets)} ${targets.length === 1 ? "fails" : "fail"} ${shown(place)}`;
}

function textOf(errors: readonly Diagnostic[]): string {
  return errors.map(({ code, message }) => `${code} ${message}`).join("\n");
}

/**
 * 0: nothing to report. 1: a difference, or with `failOn` one of these effects, or the old side does not build. 2: the
 * new side does not build, or there is nothing to compare.
 */
export function exitCodeOf(outcomes: readonly Outcome[], failOn: readonly EffectCode[]): number {
  const failed = outcomes.filter((outcome) => failsOnOneSide(outcome) && outcome.errors.after.length > 0);
  if (failed.length > 0 || (outcomes.length > 0 && outcomes.every(failsOnBothSides))) return COULD_NOT_BE_DONE;
  if (outcomes.some(failsOnOneSide)) return 1;
  const counts = failOn.length === 0
    ? (outcome: Outcome) => differing(outcome) > 0
    : ({ effects }: Outcome) => failOn.some((code) => effects.has(code));
  return outcomes.some(counts) ? 1 : 0;
}

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
  const add = (failures: Failures, side: FailingSide, diagnostics: readonly Diagnostic[]) => {
    const { names, place } = whatFails(failures, side);
    for (const target of names) addToList(byPlace, place, { target, diagnostics });
  };
  for (const failures of targets) {
    const { before, after } = failures.errors;
    const isSame = textOf(before) === textOf(after);
    add(failures, isSame ? "both" : "after", after);
    if (!isSame) add(failures, "before", before);
  }
  for (const [place, failed] of byPlace) {
    for (const { diagnostic, targets } of faultsOf(failed)) {
      host.writeStderr(`${failText(targets, place)}:\n`);
      reportErrors([diagnostic], host);
    }
  }
}

type FailingSide = "before" | "after" | "both";

/** What fails on a side, and where, with a space before it. */
export function whatFails(failures: Failures, side: FailingSide): { names: string[]; place: string } {
  const { target, before, after, isOfPaths } = failures;
  if (isOfPaths) {
    const names = side === "both" ? [before.label, after.label] : [failures[side].label];
    return { names: [...new Set(names)], place: "" };
  }
  return { names: [target], place: side === "both" ? " on both sides" : ` in ${failures[side].label}` };
}

/** `overlays/prod fails to build in the work tree`, `2 targets (a, b) fail to build on both sides` */
export function failText(targets: readonly string[], place: string): string {
  return `${namesOf(targets)} ${targets.length === 1 ? "fails" : "fail"} to build${shown(place)}`;
}

/** The same below a heading that names the target. */
export function failureOn({ isOfPaths, ...sides }: Failures, side: "before" | "after"): string {
  const { label } = sides[side];
  return isOfPaths ? `${label} fails to build` : `Fails to build in ${label}`;
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

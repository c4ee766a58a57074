/** What remains of a comparison once its report is written: numbers and errors, but no resources. */

import type { EffectCode } from "../../diagnostics/codes/effects.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { type ChangeKind, kindOfChange, type ResourceChange } from "../../diff/report.ts";
import type { TargetDiff } from "./comparison.ts";

/** A target whose sides may not build. */
export interface Failures {
  target: string;
  before: { label: string };
  after: { label: string };
  isOfPaths?: boolean;
  errors: { before: readonly Diagnostic[]; after: readonly Diagnostic[] };
}

export interface Outcome extends Failures, Pick<TargetDiff, "applied"> {
  /** How many resources differ, by kind of change. */
  changes: Readonly<Record<ChangeKind, number>>;
  /** How many of them the report lists. */
  listed: number;
  /** How often each effect occurs, in order of first occurrence. */
  effects: ReadonlyMap<EffectCode, number>;
}

export function outcomeOf({ target, before, after, isOfPaths = false, errors, changes, applied }: TargetDiff): Outcome {
  const numbers = { added: 0, removed: 0, changed: 0, follows: 0 };
  for (const change of changes) numbers[kindOfChange(change)]++;
  return {
    target,
    before: { label: before.label },
    after: { label: after.label },
    isOfPaths,
    errors,
    ...(applied === undefined ? {} : { applied }),
    changes: numbers,
    listed: changes.filter(isListed).length,
    effects: countEffects(changes.flatMap(({ effects }) => effects.map(({ code }) => [code, 1] as const))),
  };
}

/** Whether a resource is listed. One that only follows a new name is counted with the resource that has that name. */
export function isListed(change: ResourceChange): boolean {
  return kindOfChange(change) !== "follows" || change.effects.length > 0;
}

/** The sums by code. */
export function countEffects(counts: Iterable<readonly [EffectCode, number]>): Map<EffectCode, number> {
  const sums = new Map<EffectCode, number>();
  for (const [code, count] of counts) sums.set(code, (sums.get(code) ?? 0) + count);
  return sums;
}

/** The number of resources that differ. */
export function differing({ changes: { added, removed, changed, follows } }: Outcome): number {
  return added + removed + changed + follows;
}

/** Whether one side builds and the other does not. */
export function failsOnOneSide({ errors: { before, after } }: Failures): boolean {
  return (before.length > 0) !== (after.length > 0);
}

/** The side that does not build, of a target that fails on one. */
export function failingSide({ errors: { after } }: Failures): "before" | "after" {
  return after.length > 0 ? "after" : "before";
}

export function failsOnBothSides({ errors: { before, after } }: Failures): boolean {
  return before.length > 0 && after.length > 0;
}

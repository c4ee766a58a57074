/** One kustomization on two sides, and what differs between them. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diffBuilds, type DiffOptions } from "../../diff/diff_builds.ts";
import type { ResourceChange } from "../../diff/report.ts";
import { type Causes, findCauses } from "./causes.ts";
import type { Comparison } from "./side.ts";

export interface TargetDiff extends Comparison {
  /** None if a side does not build. */
  changes: ResourceChange[];
  causes: Causes;
  errors: { before: readonly Diagnostic[]; after: readonly Diagnostic[] };
}

const NO_ERRORS = { before: [], after: [] };

/** A side that does not build withholds its resources: the other one does not look as if all had changed. */
export async function compare(comparison: Comparison, options: DiffOptions): Promise<TargetDiff> {
  if (comparison.isUntouched === true) return { ...comparison, changes: [], causes: new Map(), errors: NO_ERRORS };
  const before = await comparison.before.build(false);
  const after = await comparison.after.build(false);
  const errors = { before: before.errors, after: after.errors };
  if (before.errors.length + after.errors.length > 0) {
    return { ...comparison, changes: [], causes: new Map(), errors };
  }
  const changes = diffBuilds(before, after, options);
  const causes = await findCauses(comparison, changes, before.resources, after.resources);
  return { ...comparison, changes, causes, errors };
}

/** Whether one side builds and the other does not. */
export function failsOnOneSide({ errors: { before, after } }: TargetDiff): boolean {
  return (before.length > 0) !== (after.length > 0);
}

export function failsOnBothSides({ errors: { before, after } }: TargetDiff): boolean {
  return before.length > 0 && after.length > 0;
}

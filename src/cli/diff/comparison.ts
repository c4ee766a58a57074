/** One kustomization on two sides, and what differs between them. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diffBuilds, type DiffOptions } from "../../diff/diff_builds.ts";
import type { ResourceChange } from "../../diff/report.ts";
import { FieldTrace } from "../../trace/field_trace.ts";
import { type Causes, findCauses } from "./causes.ts";
import { likelyPaths } from "./likely_paths.ts";
import type { Comparison } from "./sides/side.ts";

export interface TargetDiff extends Comparison {
  /** None if a side does not build. */
  changes: ResourceChange[];
  causes: Causes;
  errors: { before: readonly Diagnostic[]; after: readonly Diagnostic[] };
}

export interface CompareOptions extends DiffOptions {
  /** Whether causes need the step that set the field, and not only its place. */
  steps: boolean;
}

/** Of more entries each, a pass over all resources takes longer than another build. */
const MOST_ENTRIES = 4;

/** A side that does not build withholds its resources: the other one does not look as if all had changed. */
export async function compare(comparison: Comparison, options: CompareOptions): Promise<TargetDiff> {
  const { isUntouched } = comparison;
  const same: TargetDiff = { ...comparison, changes: [], causes: new Map(), errors: { before: [], after: [] } };
  if (isUntouched?.() === true) return same;
  const likely = new FieldTrace(likelyPaths, MOST_ENTRIES);
  const after = await comparison.after.build({ reads: isUntouched !== undefined, steps: likely });
  if (isUntouched?.(after) === true) return same;
  const before = await comparison.before.build();
  const errors = { before: before.errors, after: after.errors };
  if (before.errors.length + after.errors.length > 0) {
    return { ...same, errors };
  }
  const changes = diffBuilds(before, after, options);
  const causes = await findCauses(comparison, changes, { before, after, likely }, options.steps);
  return { ...comparison, changes, causes, errors };
}

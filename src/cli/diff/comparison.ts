/** Compares one kustomization on two sides. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diffBuilds, type DiffOptions } from "../../diff/diff_builds.ts";
import { appliedRules } from "../../diff/ignore.ts";
import type { ResourceChange } from "../../diff/report.ts";
import { FieldTrace } from "../../trace/field_trace.ts";
import type { LastRun } from "../last_run.ts";
import { type Causes, findCauses } from "./causes.ts";
import { likelyPaths } from "./likely_paths.ts";
import type { Comparison, SideResult } from "./sides/side.ts";

export interface Compared {
  /** None if a side does not build. */
  changes: ResourceChange[];
  causes: Causes;
  errors: { before: readonly Diagnostic[]; after: readonly Diagnostic[] };
  /** The ignore rules that matched something; undefined if this is unknown. */
  applied?: ReadonlySet<number>;
}

export interface TargetDiff extends Comparison, Compared {}

export interface CompareOptions extends DiffOptions {
  /** Whether causes include the step that set the field, and not only its place. */
  steps: boolean;
}

/** With more entries, a pass over all resources for each takes longer than another build. */
const MOST_ENTRIES = 4;

const SAME: Compared = { changes: [], causes: new Map(), errors: { before: [], after: [] } };

/** @param last The last comparison of the same target, with `--watch`. */
export async function compare(
  comparison: Comparison,
  options: CompareOptions,
  last?: LastRun<Compared>,
): Promise<TargetDiff> {
  const key = keyOf(comparison);
  const known = last?.get(key);
  if (known !== undefined) return { ...comparison, ...known };
  if (comparison.isUntouched?.() === true) return { ...comparison, ...SAME };
  const [compared, ...builds] = await compareSides(comparison, options, last !== undefined);
  last?.keep(key, compared, ...builds);
  return { ...comparison, ...compared };
}

/** Everything that the result depends on, apart from the files. */
export function keyOf({ target, before, commit = "" }: Comparison): string {
  return [target, before.label, commit].join("\0");
}

/** If one side does not build, no resources are compared, so that the others do not look added or removed. */
async function compareSides(
  comparison: Comparison,
  options: CompareOptions,
  records: boolean,
): Promise<[Compared, ...SideResult[]]> {
  const { isUntouched } = comparison;
  const likely = new FieldTrace(likelyPaths, MOST_ENTRIES);
  const after = await comparison.after.build({ reads: records || isUntouched !== undefined, steps: likely });
  if (isUntouched?.(after) === true) return [SAME, after];
  const before = await comparison.before.build({ reads: records });
  const errors = { before: before.errors, after: after.errors };
  if (before.errors.length + after.errors.length > 0) return [{ ...SAME, errors }, before, after];
  const changes = diffBuilds(before, after, options);
  const causes = await findCauses(comparison, changes, { before, after, likely }, options.steps);
  const applied = appliedRules(options.ignore ?? [], [...before.resources, ...after.resources]);
  return [{ changes, causes, errors, applied }, before, after];
}

/** Reports that are written target by target. */

import type { TargetDiff } from "../comparison.ts";
import type { Outcome } from "../outcome.ts";

/** A report in some format. It keeps texts, or the data for them, but no resources. */
export interface Report {
  /** Writes a target. They may come in any order. @param index Its position in the report. */
  add(diff: TargetDiff, index: number): void;
  /** The whole report. @param outcomes Those of all targets, in order. */
  text(outcomes: readonly Outcome[]): string;
}

/** A report of parts, one for each target. */
export function reportOf<Part>(
  partOf: (diff: TargetDiff) => Part,
  whole: (parts: readonly Part[], outcomes: readonly Outcome[]) => string,
): Report {
  const parts: Part[] = [];
  return {
    add: (diff, index) => void (parts[index] = partOf(diff)),
    text: (outcomes) => whole(parts, outcomes),
  };
}

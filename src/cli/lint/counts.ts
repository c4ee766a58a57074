/** How many findings there are of each level. */

import type { LintResult } from "../../lint/lint.ts";
import type { Level } from "../../lint/gather/finding.ts";

export function countsOf({ findings }: Pick<LintResult, "findings">): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

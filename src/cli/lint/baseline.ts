/** `--baseline` and `--write-baseline`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { baselineText, withoutBaseline } from "../../lint/baseline.ts";
import type { LintResult } from "../../lint/lint.ts";
import { writeTo } from "../build/write_output.ts";

/** The result without what the baseline has. When one is written, nothing is left to tell. */
export function applyBaseline(
  result: LintResult,
  { baseline, "write-baseline": writes }: { baseline: string; "write-baseline": boolean },
  host: Host,
): LintResult {
  if (baseline === "") return result;
  if (writes) {
    writeTo(host.fs, baseline, [baselineText(result.findings)]);
    host.writeStderr(`${result.findings.length} findings written to ${baseline}\n`);
    return { ...result, findings: [] };
  }
  if (host.fs.stat(baseline)?.isFile !== true) {
    fail("not-found", `there is no file '${baseline}'`, { file: baseline, hint: "write it by --write-baseline" });
  }
  const { findings, known, stale } = withoutBaseline(result.findings, host.fs.readText(baseline), baseline);
  if (known > 0) host.writeStderr(`${known} known findings left out\n`);
  if (stale > 0) {
    host.writeStderr(`${stale} entries of ${baseline} fit nothing any more: --write-baseline drops them\n`);
  }
  return { ...result, findings };
}

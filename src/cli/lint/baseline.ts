/** `--baseline` and `--write-baseline`. */

import { count } from "../../text/count.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { baselineText, withoutBaseline } from "../../lint/baseline.ts";
import type { LintResult } from "../../lint/lint.ts";
import { readNamed } from "../named_file.ts";
import { writeTo } from "../build/write_output.ts";

/** The result without the findings of the baseline; without any if the baseline is written. */
export function applyBaseline(
  result: LintResult,
  { baseline, "write-baseline": writes }: { baseline: string; "write-baseline": boolean },
  host: Host,
): LintResult {
  if (baseline === "") return result;
  if (writes) {
    writeTo(host.fs, baseline, [baselineText(result.findings)]);
    host.writeStderr(`${count(result.findings.length, "finding")} written to ${baseline}\n`);
    return { ...result, findings: [] };
  }
  if (host.fs.stat(baseline) === undefined) {
    fail("not-found", `the baseline '${baseline}' does not exist`, {
      file: baseline,
      hint: "create it with --write-baseline",
    });
  }
  const { findings, known, stale } = withoutBaseline(result.findings, readNamed(baseline, host).text, baseline);
  if (known > 0) host.writeStderr(`${count(known, "known finding")} omitted\n`);
  if (stale > 0) host.writeStderr(`${count(stale, "stale finding")} in ${baseline}; update it with --write-baseline\n`);
  return { ...result, findings };
}

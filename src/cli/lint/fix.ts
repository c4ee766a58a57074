/** `--fix`. */

import type { Host } from "../../host/host.ts";
import { fixFindings } from "../../lint/fix.ts";
import type { Finding } from "../../lint/gather/finding.ts";
import type { LintResult } from "../../lint/lint.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { shown } from "../output/render_diagnostic.ts";

/** The result without the findings that were fixed. */
export async function applyFixes(result: LintResult, options: BuildOptions, host: Host): Promise<LintResult> {
  const { fixed, left } = await fixFindings(host.fs, result.findings, options);
  for (const file of fixed) host.writeStderr(`fixed ${shown(file)}\n`);
  for (const { file, reason } of left) host.writeStderr(`not fixed: ${shown(file)}: ${reason}\n`);
  const isFixed = ({ isFixable, place }: Finding) =>
    isFixable === true && place !== undefined && fixed.includes(place.source.name);
  return { ...result, findings: result.findings.filter((finding) => !isFixed(finding)) };
}

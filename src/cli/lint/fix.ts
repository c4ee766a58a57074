/** `--fix`. */

import type { Host } from "../../host/host.ts";
import { fixFindings } from "../../lint/fix.ts";
import type { Finding } from "../../lint/gather/finding.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { shown } from "../output/render_diagnostic.ts";

/** Returns the files that were rewritten: they, and what builds on them, have other findings then. */
export async function applyFixes(findings: readonly Finding[], options: BuildOptions, host: Host): Promise<string[]> {
  const { fixed, left } = await fixFindings(host.fs, findings, options);
  for (const file of fixed) host.writeStderr(`fixed ${shown(file)}\n`);
  for (const { file, reason } of left) host.writeStderr(`not fixed: ${shown(file)}: ${reason}\n`);
  return fixed;
}

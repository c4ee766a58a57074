/** Findings for people. */

import { count } from "../../text/count.ts";
import type { Host } from "../../host/host.ts";
import type { LintResult } from "../../lint/lint.ts";
import type { Finding, Level } from "../../lint/gather/finding.ts";
import { renderDiagnostic } from "../output/render_diagnostic.ts";
import { countsOf } from "./counts.ts";

/** The width for source lines when stdout is not a terminal. */
const COLUMNS_OF_A_FILE = 120;

const LABELS: Readonly<Record<Level, string>> = { error: "Error", warning: "Warning", note: "Note" };

export function findingsText(result: LintResult, color: boolean, host: Host): string {
  const { stdout, columns } = host.terminal;
  const options = { color, columns: stdout ? columns : COLUMNS_OF_A_FILE };
  const text = ({ level, ...finding }: Finding) => renderDiagnostic(finding, { ...options, label: LABELS[level] });
  return [...result.findings.map(text), summary(result)].join("\n");
}

function summary(result: LintResult): string {
  const { error, warning, note } = countsOf(result);
  const parts = [count(error, "error"), count(warning, "warning"), count(note, "note")];
  return `${parts.join(", ")} in ${count(result.targets, "kustomization")}\n`;
}

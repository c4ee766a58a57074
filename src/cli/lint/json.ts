/** Findings as JSON. */

import { fingerprintOf } from "../../lint/baseline.ts";
import type { LintResult } from "../../lint/lint.ts";
import type { Finding } from "../../lint/gather/finding.ts";
import { jsonReport, placeReport } from "../output/json_report.ts";
import { countsOf } from "./counts.ts";

export function findingsJson(result: LintResult): string {
  const { error, warning, note } = countsOf(result);
  const summary = { targets: result.targets, errors: error, warnings: warning, notes: note };
  return jsonReport("LintReport", summary, result.findings.map(findingReport));
}

function findingReport(finding: Finding): object {
  const { code, level, message, id, pointer, place, file, notes = [], hint, targets } = finding;
  return {
    ...{ code, level, message, id, pointer, file },
    place: place && placeReport(place),
    notes: notes.map((note) => ({ message: note.message, place: note.place && placeReport(note.place) })),
    ...{ hint, targets, fingerprint: fingerprintOf(finding) },
  };
}

/** Findings as SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */

import type { Code } from "../../diagnostics/code.ts";
import { defaultLevel, entryOf } from "../../diagnostics/codes.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { fingerprintOf } from "../../lint/baseline.ts";
import type { LintResult } from "../../lint/lint.ts";
import { type Finding, LEVELS } from "../../lint/gather/finding.ts";
import { jsonText } from "../output/json_report.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/**
 * GitHub refuses a file with more results.
 * https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
const MAX_RESULTS = 25_000;

/** @param limit How many results at most; the worst stay. */
export function sarifText(all: Pick<LintResult, "findings">, limit: number = MAX_RESULTS): string {
  const findings = worst(all.findings, limit);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const run = {
    tool: { driver: { name: "kust", rules: codes.map(ruleOf) } },
    columnKind: "utf16CodeUnits",
    results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
  };
  return `${jsonText({ $schema: SCHEMA, version: "2.1.0", runs: [run] })}\n`;
}

function worst(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings;
  return findings.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)).slice(0, limit);
}

function ruleOf(code: Code): object {
  const entry = entryOf(code);
  return {
    id: code,
    shortDescription: { text: entry.meaning },
    help: { text: entry.remedy },
    defaultConfiguration: { level: defaultLevel(code) },
  };
}

function resultOf(finding: Finding, ruleIndex: number): object {
  const { code, level, message, hint, place, file, notes = [], id } = finding;
  const related = notes.flatMap((note) => note.place === undefined ? [] : [{ ...note, place: note.place }]);
  const location = locationOf(place, file ?? finding.targets[0] ?? ".");
  const logical = id === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: id, kind: "resource" }] };
  return {
    ruleId: code,
    ruleIndex,
    // SARIF has the same three levels.
    level,
    message: { text: hint === undefined ? sentence(message) : `${sentence(message)} Hint: ${sentence(hint)}` },
    locations: [{ ...location, ...logical }],
    relatedLocations: related.map((note, index) => ({
      id: index,
      ...locationOf(note.place, ""),
      message: { text: note.message },
    })),
    partialFingerprints: { "kustFinding/v1": fingerprintOf(finding) },
  };
}

function locationOf(place: Place | undefined, file: string): object {
  const artifactLocation = { uri: uriOf(place?.source.name ?? file) };
  if (place === undefined) return { physicalLocation: { artifactLocation } };
  const { line, column } = place.source.position(place.offset);
  return { physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } };
}

/** A path as a URI reference: relative to where the command ran. */
function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function sentence(text: string): string {
  return /[.?…]$/.test(text) ? text : `${text}.`;
}

/** Findings as JUnit's XML, in the form that Jenkins, GitLab and others read. https://github.com/testmoapp/junitxml */

import type { LintResult } from "../../lint/lint.ts";
import { type Finding, isAtLeast, type Level } from "../../lint/gather/finding.ts";
import { placeText } from "../output/json_report.ts";
import { shown } from "../output/render_diagnostic.ts";

/**
 * A suite with a case for each finding: those from the level `failOn` on are failures, the others have their text in
 * the output. Without findings it has one case, since some readers reject an empty suite.
 */
export function junitText({ findings, targets }: LintResult, failOn: Level): string {
  const failures = findings.filter(({ level }) => isAtLeast(level, failOn)).length;
  const cases = findings.length === 0
    ? [`    <testcase classname="kust" name="${targets} kustomizations"/>`]
    : findings.map((finding) => testCase(finding, failOn));
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kust lint" ${counts}>`,
    `  <testsuite name="kust lint" ${counts} skipped="0" time="0">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(finding: Finding, failOn: Level): string {
  const { code, level, place, file, message, hint, notes = [] } = finding;
  const where = place === undefined ? file ?? finding.targets[0] ?? "" : placeText(place);
  const path = place?.source.name ?? file ?? "";
  const line = place?.source.position(place.offset).line;
  const attributes = `classname="${escape(code)}" name="${escape(`${where} ${message}`)}" file="${escape(path)}"` +
    (line === undefined ? "" : ` line="${line}"`);
  const related = notes.map((note) => `${note.message}${note.place === undefined ? "" : `: ${placeText(note.place)}`}`);
  const text = escape([`${where}: ${level}: ${message}`, ...related, ...hint === undefined ? [] : [hint]].join("\n"));
  const inner = isAtLeast(level, failOn)
    ? `<failure type="${level}" message="${escape(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase ${attributes}>\n      ${inner}\n    </testcase>`;
}

/** What XML 1.0 cannot represent: control characters, lone surrogates. */
const REFUSED =
  // deno-lint-ignore no-control-regex
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escape(text: string): string {
  const escaped = text.replace(REFUSED, "\ufffd").replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");
  return shown(escaped);
}

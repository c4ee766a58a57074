/** The report as one self-contained page: no scripts, fonts or other files. */

import type { EffectCode } from "../../../diagnostics/codes/effects.ts";
import { type Effect, type FieldChange, kindOfChange, type ResourceChange } from "../../../diff/report.ts";
import { shown } from "../../output/render_diagnostic.ts";
import type { TargetDiff } from "../comparison.ts";
import { failureOn } from "../failures.ts";
import { countEffects, failingSide, failsOnBothSides, failsOnOneSide, isListed, type Outcome } from "../outcome.ts";
import { STYLE } from "./html_style.ts";
import { type Report, reportOf } from "./report.ts";
import { hunkLines } from "./unified.ts";
import { causeText, isHarmless, isMentioned, nameRemarks, SIGNS, summaryText, titleOf, valuesOf } from "./words.ts";
import { ownValue } from "../../../text/own_value.ts";

/** Resources of larger reports are folded. */
const MOST_OPEN = 40;

const CONTEXT = 3;

export function htmlReport(): Report {
  return reportOf((diff) => isMentioned(diff) ? targetSection(diff) : "", page);
}

function page(sections: readonly string[], outcomes: readonly Outcome[]): string {
  const isOpen = outcomes.reduce((sum, { listed }) => sum + listed, 0) <= MOST_OPEN;
  const summary = sections.every((text) => text === "") ? "Nothing differs." : summaryText(outcomes);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kust diff: ${escape(summary)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>kust diff</h1><p>${escape(summary)}</p>${effectCounts(outcomes)}</header>
<main>
${sections.map((text) => isOpen ? text : text.replaceAll(OPEN, FOLDED)).join("")}</main>
</body>
</html>
`;
}

/** The end of a tag, which no text contains, because texts are escaped. */
const OPEN = " open>";
const FOLDED = ">";

function effectCounts(outcomes: readonly Outcome[]): string {
  const counts = countEffects(outcomes.flatMap(({ effects }) => [...effects]));
  const badges = [...counts].map(([code, count]) => badge(code, `${count} × ${code}`));
  return badges.length === 0 ? "" : `<p>${badges.join(" ")}</p>`;
}

function targetSection(diff: TargetDiff): string {
  const { target, before, after } = diff;
  const resources = diff.changes.filter(isListed).map((change) => resourceDetails(change, diff));
  return `<section>
<h2>${escape(target)} <small>${escape(before.label)} → ${escape(after.label)}</small></h2>
${failureText(diff)}${resources.join("")}</section>
`;
}

function failureText(diff: TargetDiff): string {
  if (failsOnBothSides(diff)) return `<p class="fails">Fails to build on both sides.</p>\n`;
  if (!failsOnOneSide(diff)) return "";
  const side = failingSide(diff);
  const texts = diff.errors[side].map(({ code, message }) => `${message} [${code}]`);
  return `<p class="fails">${escape(`${failureOn(diff, side)}: ${texts.join("; ")}`)}</p>\n`;
}

function resourceDetails(change: ResourceChange, diff: TargetDiff): string {
  const kind = kindOfChange(change);
  const name = nameRemarks(change).map((text) => `<span class="note">${escape(text)}</span>`);
  const effects = change.effects.filter(({ code }) => code !== "image-changed").map((effect) =>
    badge(effect.code, effectText(effect))
  );
  const cause = diff.causes.get(change);
  const place = cause === undefined ? "" : `<span class="cause">${escape(causeText(cause, diff.before.label))}</span>`;
  const title = `<span class="sign">${SIGNS[kind]}</span> <b>${escape(titleOf(change))}</b>`;
  return `<details class="${kind}"${OPEN}
<summary>${[title, ...name, ...effects, place].filter((part) => part !== "").join(" ")}</summary>
${fieldTable(change, diff)}<pre>${hunkLines(change, CONTEXT).map(hunkLine).join("")}</pre>
</details>
`;
}

function effectText({ code, message }: Effect): string {
  return code === "pods-replaced" ? message : `${code}: ${message}`;
}

function badge(code: EffectCode, text: string): string {
  return `<span class="badge${isHarmless(code) ? "" : " risk"}" title="${escape(code)}">${escape(text)}</span>`;
}

function fieldTable({ fields }: ResourceChange, { causes, before }: TargetDiff): string {
  if (fields.length === 0) return "";
  const rows = fields.map((field) => {
    const cause = causes.get(field);
    const place = cause === undefined ? "" : escape(causeText(cause, before.label));
    return `<tr><td>${escape(field.path)}</td><td>${values(field)}</td><td class="cause">${place}</td></tr>\n`;
  });
  return `<table>\n${rows.join("")}</table>\n`;
}

/** A value of several lines goes in the lines below. */
function values(field: FieldChange): string {
  return escape(valuesOf(field) ?? "see below");
}

function hunkLine(line: string): string {
  const kind = ownValue({ "+": "plus", "-": "minus", "@": "head" }, line[0] ?? "");
  return kind === undefined ? `${escape(line)}\n` : `<span class="${kind}">${escape(line)}\n</span>`;
}

function escape(text: string): string {
  return shown(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

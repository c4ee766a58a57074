/** The report as a comment on a pull request, in GitHub's and GitLab's Markdown. */

import { kindOfChange, type ResourceChange } from "../../../diff/report.ts";
import { encodeUtf8 } from "../../../text/bytes/utf8.ts";
import { shown } from "../../output/render_diagnostic.ts";
import type { TargetDiff } from "../comparison.ts";
import { failureOn } from "../failures.ts";
import { failingSide, failsOnBothSides, failsOnOneSide, isListed } from "../outcome.ts";
import type { Report } from "./report.ts";
import { hunkLines } from "./unified.ts";
import { causeText, isMentioned, remarksOf, SIGNS, summaryText, titleOf } from "./words.ts";

/** Levels of detail, the highest first. The end of the report says what was omitted. */
interface Detail {
  target: (diff: TargetDiff) => string;
  left: string;
}

const DETAILS: readonly Detail[] = [
  { target: (diff) => targetDetails(diff, 3, true), left: "" },
  { target: (diff) => targetDetails(diff, 1, true), left: "Lines around the changes were left out" },
  { target: (diff) => targetDetails(diff, 0, false), left: "Lines around the changes, and causes, were left out" },
  { target: targetTable, left: "The changes of fields were left out" },
  { target: targetCounts, left: "The resources were left out" },
  { target: () => "", left: "The targets were left out" },
];

/** @param limit The maximum number of bytes, unless the summary and what was left out are longer; 0 for no limit. */
export function markdownReport(limit: number): Report {
  const versions = (limit === 0 ? DETAILS.slice(0, 1) : DETAILS).map((detail) => new Version(detail, limit));
  return {
    add: (diff, index) => {
      if (isMentioned(diff)) versions.forEach((version) => version.add(diff, index));
    },
    text: (outcomes) => {
      if (versions.every(({ isEmpty }) => isEmpty)) return "Nothing differs.\n";
      const head = `**${shown(escapeText(summaryText(outcomes)))}**\n`;
      const texts = versions.map((version) => version.text(head)).filter((text) => text !== undefined);
      return texts.find((text) => encodeUtf8(text).length <= limit) ?? texts.at(-1)!;
    },
  };
}

/** The text at one level of detail, which is dropped once it is too long. */
class Version {
  readonly #detail: Detail;
  readonly #limit: number;
  readonly #targets: string[] = [];
  #length = 0;
  isEmpty = true;

  constructor(detail: Detail, limit: number) {
    this.#detail = detail;
    this.#limit = limit;
  }

  /** A text has at least as many bytes as characters. */
  get #isTooLong(): boolean {
    return this.#limit > 0 && this.#length > this.#limit;
  }

  add(diff: TargetDiff, index: number): void {
    this.isEmpty = false;
    if (this.#isTooLong) return;
    const text = this.#detail.target(diff);
    this.#length += text.length;
    if (this.#isTooLong) this.#targets.length = 0;
    else this.#targets[index] = text;
  }

  /** Undefined if it is too long. */
  text(head: string): string | undefined {
    const { left } = this.#detail;
    const note = left === "" ? "" : `\n\n_${left}, to keep this within ${this.#limit} bytes._\n`;
    return this.#isTooLong ? undefined : `${head}${shown([...this.#targets, note].join(""))}`;
  }
}

function targetDetails(diff: TargetDiff, context: number, withCauses: boolean): string {
  const resources = diff.changes.filter(isListed).map((change) => resourceText(change, diff, context, withCauses));
  return `\n${heading(diff)}${[failureText(diff), ...resources].join("")}`;
}

function heading({ target }: TargetDiff): string {
  return `#### ${code(target)}\n`;
}

function failureText(diff: TargetDiff): string {
  if (failsOnBothSides(diff)) return "\nFails to build on both sides.\n";
  if (!failsOnOneSide(diff)) return "";
  const side = failingSide(diff);
  const [error] = diff.errors[side];
  const text = `${failureOn(diff, side)}: ${error?.message ?? ""}`;
  return `\n:x: ${escapeText(text)} ${code(error?.code ?? "")}\n`;
}

function resourceText(
  change: ResourceChange,
  { causes, before }: TargetDiff,
  context: number,
  withCauses: boolean,
): string {
  const remarks = remarksOf(change).map((remark) => ` · ${escapeHtml(remark)}`).join("");
  const title = `<summary>${SIGNS[kindOfChange(change)]} <b>${escapeHtml(titleOf(change))}</b>${remarks}</summary>`;
  const lines = hunkLines(change, context).map(shown);
  const places = [change, ...change.fields].flatMap((one) => {
    const cause = causes.get(one);
    const text = cause === undefined ? "" : causeText(cause, before.label);
    if (text === "") return [];
    return [`- ${"path" in one ? `${code(one.path)}: ` : ""}${code(text)}`];
  });
  const listed = withCauses && places.length > 0 ? `\n${places.join("\n")}\n` : "";
  return `\n<details>${title}\n\n${fenced("diff", lines.join("\n"))}${listed}\n</details>\n`;
}

function targetTable(diff: TargetDiff): string {
  const rows = diff.changes.filter(isListed).map((change) => {
    const remarks = remarksOf(change).map(escapeText).join("<br>");
    return `| ${SIGNS[kindOfChange(change)]} | ${escapeText(titleOf(change))} | ${remarks} |\n`;
  });
  const table = rows.length === 0 ? "" : `\n| | resource | |\n|---|---|---|\n${rows.join("")}`;
  return `\n${heading(diff)}${failureText(diff)}${table}`;
}

function targetCounts(diff: TargetDiff): string {
  const listed = diff.changes.filter(isListed);
  const counts = (["added", "removed", "changed"] as const).map((kind) =>
    `${
      listed.filter((change) => (kindOfChange(change) === "follows" ? "changed" : kindOfChange(change)) === kind).length
    } ${kind}`
  );
  return `\n- ${code(diff.target)}: ${counts.join(", ")}`;
}

/** A code span, whose content may contain backticks. */
function code(text: string): string {
  const ticks = "`".repeat(1 + longestRun(text));
  const room = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${ticks}${room}${text.replaceAll("\n", " ")}${room}${ticks}`;
}

function fenced(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, 1 + longestRun(text)));
  return `${fence}${language}\n${text}\n${fence}\n`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Text in which nothing is markup or mentions a user. */
function escapeText(text: string): string {
  return escapeHtml(text.replace(/[\\`*_[\]#|~]/g, "\\$&"));
}

/** The same within HTML tags, where Markdown does not apply. */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("@", "@<!-- -->")
    .replaceAll("\n", " ");
}

/** The report for people at a terminal. */

import { type FieldChange, kindOfChange, type ResourceChange } from "../../../diff/report.ts";
import { diffLines } from "../../../text/diff_lines.ts";
import { pathSteps } from "../../../trace/field_path.ts";
import type { Painter } from "../../output/paint.ts";
import { displayWidth, shown } from "../../output/render_diagnostic.ts";
import { wrap } from "../../output/text_layout.ts";
import type { TargetDiff } from "../comparison.ts";
import { isListed } from "../outcome.ts";
import { type Report, reportOf } from "./report.ts";
import { causeText, linesOf, remarksOf, SIGNS, summaryText, titleOf, valuesOf } from "./words.ts";
import { pushAll } from "../../../text/push_all.ts";

export interface HumanOptions {
  colors: Painter;
  /** Columns to fold at. */
  columns: number;
}

/** The width of paths, which are cut, and of values, which push the place to the next line if they are longer. */
const PATH_WIDTH = 40;
const VALUE_WIDTH = 48;

const RESOURCE_INDENT = "  ";
const FIELD_INDENT = "      ";

/** Empty if nothing differs. */
export function humanReport(options: HumanOptions): Report {
  return reportOf((diff) => targetText(diff, options), (targets, outcomes) => {
    const text = targets.join("");
    return text === "" ? "" : `${text}${shown(summaryText(outcomes))}\n`;
  });
}

function targetText(diff: TargetDiff, options: HumanOptions): string {
  const changes = diff.changes.filter(isListed);
  if (changes.length === 0) return "";
  const rows = new Map(changes.map((change) => [change, change.fields.map((field) => rowOf(field, diff))]));
  const layout = new Layout([...rows.values()].flat(), options);
  const lines = changes.flatMap((change) => [
    ...layout.resource(change, diff),
    ...rows.get(change)!.flatMap((row) => layout.field(row)),
  ]);
  return [options.colors.bold(shown(diff.target)), ...lines, ""].join("\n");
}

/** One field. */
interface Row {
  path: string;
  /** The values in one line; "" if they take several. */
  values: string;
  cause: string;
  /** The values line by line; none if they are hidden. */
  lines: string[];
}

function rowOf(field: FieldChange, { causes, before }: TargetDiff): Row {
  const cause = causes.get(field);
  const values = valuesOf(field);
  return {
    path: shortPath(field.path),
    values: shown(values ?? ""),
    cause: cause === undefined ? "" : shown(causeText(cause, before.label)),
    lines: field.isMasked || field.order !== undefined ? [] : changedLines(field),
  };
}

/** The end of a long path, from the start of a step. */
function shortPath(path: string): string {
  if (path.length <= PATH_WIDTH) return shown(path);
  const steps = pathSteps(path).map(({ text }) => text);
  while (steps.length > 1 && (steps[0]!.startsWith("[") || steps.join("").length > PATH_WIDTH)) steps.shift();
  return shown(`…${steps.join("").replace(/^\./, "")}`);
}

/** The lines of a value that differ, with one line around them. */
function changedLines({ before, after }: FieldChange): string[] {
  const [one, other] = [linesOf(before?.node), linesOf(after?.node)];
  const lines: string[] = [];
  let at = 0;
  for (const change of diffLines(one, other)) {
    if (change.before[0] - at > 1) lines.push("  …");
    pushAll(lines, one.slice(Math.max(at, change.before[0] - 1), change.before[0]).map((line) => `  ${line}`));
    pushAll(lines, one.slice(...change.before).map((line) => `- ${line}`));
    pushAll(lines, other.slice(...change.after).map((line) => `+ ${line}`));
    at = change.before[1];
  }
  return cutOff(lines).map(shown);
}

const MOST_LINES = 20;

function cutOff(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES - 1), `  … ${lines.length - MOST_LINES + 1} lines more`];
}

class Layout {
  readonly #options: HumanOptions;
  readonly #path: number;
  readonly #value: number;

  constructor(rows: readonly Row[], options: HumanOptions) {
    this.#options = options;
    this.#path = Math.max(0, ...rows.map(({ path }) => displayWidth(path)));
    const values = rows.map(({ values }) => displayWidth(values)).filter((width) => width <= VALUE_WIDTH);
    this.#value = Math.max(0, ...values);
  }

  /** The first remark is in the column of the values, the others are below it. */
  resource(change: ResourceChange, { causes, before }: TargetDiff): string[] {
    const { colors } = this.#options;
    const kind = kindOfChange(change);
    const cause = causes.get(change);
    const head = `${RESOURCE_INDENT}${SIGNS[kind]} ${shown(titleOf(change))}`;
    const remarks = remarksOf(change);
    if (cause !== undefined) remarks.push(causeText(cause, before.label));
    const paintHead = kind === "added" ? colors.green : kind === "removed" ? colors.red : colors.yellow;
    if (remarks.length === 0) return [paintHead(head)];
    const column = Math.max(FIELD_INDENT.length + this.#path + 2, displayWidth(head) + 2);
    const isTight = column + MIN_WIDTH > this.#options.columns;
    const indent = isTight ? FIELD_INDENT : " ".repeat(column);
    const width = this.#options.columns - indent.length;
    const lines = remarks.flatMap((remark) => wrap(shown(remark), width)).map((line) => `${indent}${line}`);
    return isTight
      ? [paintHead(head), ...lines]
      : [`${paintHead(pad(head, column))}${lines[0]!.slice(column)}`, ...lines.slice(1)];
  }

  field(row: Row): string[] {
    const { colors, columns } = this.#options;
    const { cause, lines } = row;
    const head = `${FIELD_INDENT}${pad(row.path, this.#path)}`;
    const isBelow = row.values === "" || (lines.length > 0 && displayWidth(`${head}  ${row.values}`) > columns);
    const start = isBelow ? head : `${head}  ${row.values}`;
    const column = FIELD_INDENT.length + this.#path + 2 + this.#value + 2;
    const below = isBelow ? lines.flatMap((line) => foldLine(line, columns).map(painterOf(line, colors))) : [];
    if (cause === "") return [start.trimEnd(), ...below];
    if (displayWidth(start) + 2 <= column && column + displayWidth(cause) <= columns) {
      return [`${pad(start, column)}${colors.dim(cause)}`, ...below];
    }
    const values = FIELD_INDENT.length + this.#path + 2;
    const indent = values + displayWidth(cause) <= columns ? values : FIELD_INDENT.length + 2;
    return [start.trimEnd(), `${" ".repeat(indent)}${colors.dim(cause)}`, ...below];
  }
}

/** A line of a value, wrapped to the width of the terminal. */
function foldLine(line: string, columns: number): string[] {
  const indent = `${FIELD_INDENT}  `;
  const width = Math.max(MIN_WIDTH, columns - indent.length - 2);
  const [sign, text] = [line.slice(0, 2), line.slice(2)];
  const parts: string[] = [];
  for (let start = 0; start < text.length || start === 0; start += width) parts.push(text.slice(start, start + width));
  return parts.map((part) => `${indent}${sign}${part}`.trimEnd());
}

const MIN_WIDTH = 20;

function painterOf(line: string, colors: Painter): (text: string) => string {
  if (line.startsWith("-")) return colors.red;
  return line.startsWith("+") ? colors.green : (text) => text;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The report as a unified diff of the output, a file for each resource. */

import { diffLines, type LineChange } from "../../../text/diff_lines.ts";
import type { ResourceChange } from "../../../diff/report.ts";
import { type Mapping, scalarText } from "../../../yaml/tree/node.ts";
import type { Painter } from "../../output/paint.ts";
import { quotedName } from "../../output/quoted_name.ts";
import { linesOfNode } from "./print_node.ts";
import { type Report, reportOf } from "./report.ts";
import { pushAll } from "../../../text/push_all.ts";

/** Equal lines before and after each change. */
const CONTEXT = 3;

export function unifiedReport(colors: Painter): Report {
  return reportOf(
    ({ target, changes }) => changes.map((change) => resourceText(target, change, colors)).join(""),
    (targets) => targets.join(""),
  );
}

function resourceText(target: string, change: ResourceChange, colors: Painter): string {
  const name = (side: string, node: Mapping | undefined) =>
    node === undefined ? "/dev/null" : quotedName(`${side}/${fileName(target, node)}`);
  const { before, after } = change.shown;
  const hunks = hunkLines(change, CONTEXT);
  if (hunks.length === 0) return "";
  return [
    colors.bold(`--- ${name("a", before)}`),
    colors.bold(`+++ ${name("b", after)}`),
    ...hunks.map((line) => paintLine(line, colors)),
    "",
  ].join("\n");
}

function paintLine(line: string, colors: Painter): string {
  if (line.startsWith("-")) return colors.red(line);
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("@") ? colors.cyan(line) : line;
}

/** `overlays/prod/Deployment.apps_prod_web.yaml` */
function fileName(target: string, node: Mapping): string {
  const metadata = node.get("metadata");
  const field = (name: string) => metadata?.kind === "mapping" ? scalarText(metadata.get(name)) : "";
  const apiVersion = scalarText(node.get("apiVersion"));
  const group = apiVersion.includes("/") ? `.${apiVersion.slice(0, apiVersion.indexOf("/"))}` : "";
  const parts = [`${scalarText(node.get("kind"))}${group}`, field("namespace"), field("name")];
  return `${target === "." ? "" : `${target}/`}${parts.filter((part) => part !== "").join("_")}.yaml`;
}

/** The hunks of a resource, each with its header. */
export function hunkLines({ shown }: ResourceChange, context: number): string[] {
  const [before, after] = [linesOf(shown.before), linesOf(shown.after)];
  return hunksOf(diffLines(before, after), context).flatMap((changes) => hunk(changes, before, after, context));
}

function linesOf(node: Mapping | undefined): string[] {
  return node === undefined ? [] : linesOfNode(node);
}

/** Groups changes that share lines of context. */
function hunksOf(changes: readonly LineChange[], context: number): LineChange[][] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.before[0] - last.before[1] <= 2 * context) hunks.at(-1)!.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunk(
  changes: readonly LineChange[],
  before: readonly string[],
  after: readonly string[],
  context: number,
): string[] {
  const [first, last] = [changes[0]!, changes.at(-1)!];
  const start = Math.max(0, first.before[0] - context);
  const end = Math.min(before.length, last.before[1] + context);
  const otherStart = first.after[0] - (first.before[0] - start);
  const otherEnd = last.after[1] + (end - last.before[1]);
  const lines: string[] = [];
  let at = start;
  for (const change of changes) {
    pushAll(lines, before.slice(at, change.before[0]).map((line) => ` ${line}`));
    pushAll(lines, before.slice(...change.before).map((line) => `-${line}`));
    pushAll(lines, after.slice(...change.after).map((line) => `+${line}`));
    at = change.before[1];
  }
  pushAll(lines, before.slice(at, end).map((line) => ` ${line}`));
  return [`@@ -${range(start, end)} +${range(otherStart, otherEnd)} @@`, ...lines];
}

/** As in `diff -u`: an empty range names the line before it. */
function range(start: number, end: number): string {
  const length = end - start;
  if (length === 1) return `${start + 1}`;
  return `${length === 0 ? start : start + 1},${length}`;
}

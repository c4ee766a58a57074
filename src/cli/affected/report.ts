/** What `affected` prints. */

import type { AffectedTarget, AffectedTargets, Cause } from "../../affected/affected.ts";
import type { Host } from "../../host/host.ts";
import { fieldText } from "../../reads/field_at.ts";
import type { Asker } from "../../reads/read.ts";
import { count } from "../../text/count.ts";
import { shownPath } from "../../text/paths.ts";
import { diagnosticReport, jsonReport, placeReport, placeText } from "../output/json_report.ts";
import { quotedName } from "../output/quoted_name.ts";
import { shown } from "../output/render_diagnostic.ts";

/** What was compared. */
export interface Comparison {
  changed: readonly string[];
  /** Absent: the names of what changed were given. */
  base?: { revision: string; commit: string };
}

/**
 * Paths, one a line, odd ones in quotes; with `null`, as they are, and each ends with a null character. With `why`, what
 * changed in each and the texts that led to it. Targets that are gone are left out.
 */
export function affectedText(
  { targets }: AffectedTargets,
  { why, null: isNull }: { why: boolean; null: boolean },
  host: Host,
): string {
  const end = isNull ? "\0" : "\n";
  const nameOf = isNull ? (path: string) => path : quotedName;
  const listed = targets.filter(({ state }) => why || state !== "removed");
  return listed.map((target) => `${nameOf(target.path)}${why ? whyText(target, host) : ""}${end}`).join("");
}

function whyText({ state, causes, error }: AffectedTarget, host: Host): string {
  const lines = causes.flatMap(({ path, chain }) => [
    `\n  ${shown(shownPath(path, cwdOf(host)))}`,
    ...chain.map((asker) => `\n    ${askerText(asker)}`),
  ]);
  if (causes.length === 0 && error !== undefined) lines.push("\n  cannot be built, and so may be affected");
  return `${state === "changed" ? "" : ` (${state})`}${lines.join("")}`;
}

function askerText({ place, field }: Asker): string {
  return `${field === "" ? "" : `${fieldText(field)} at `}${placeText(place)}`;
}

/** One line for standard error, and one for each target that is gone. */
export function summaryText({ targets, count: all }: AffectedTargets, { changed, base }: Comparison): string {
  const removed = targets.filter(({ state }) => state === "removed");
  const since = base === undefined ? "" : ` since ${base.revision} (${base.commit.slice(0, 12)})`;
  const there = targets.length - removed.length;
  return removed.map(({ path }) => `${shown(path)} is gone\n`).join("") +
    `${there} of ${count(all, "target")} affected: ${count(changed.length, "path")} changed${since}\n`;
}

export function affectedJson(found: AffectedTargets, { changed, base }: Comparison, host: Host): string {
  const of = (state: AffectedTarget["state"]) => found.targets.filter((target) => target.state === state).length;
  const summary = {
    ...(base === undefined ? {} : { base: base.revision, commit: base.commit }),
    changedPaths: changed.length,
    targets: found.count,
    changed: of("changed"),
    added: of("added"),
    removed: of("removed"),
    failed: found.targets.filter(({ error }) => error !== undefined).length,
  };
  return jsonReport(
    "AffectedReport",
    summary,
    found.targets.map(({ path, state, causes, error }) => ({
      target: path,
      state,
      ...error !== undefined && { error: diagnosticReport(error) },
      causes: causes.map((cause) => causeReport(cause, host)),
    })),
  );
}

function causeReport({ path, chain }: Cause, host: Host): object {
  return {
    path: shownPath(path, cwdOf(host)),
    chain: chain.map(({ place, field }) => ({ ...placeReport(place), field })),
  };
}

function cwdOf({ fs }: Host): string {
  return fs.realPath(fs.cwd());
}

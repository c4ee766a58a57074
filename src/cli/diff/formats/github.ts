/** The report as annotations of a pull request: what a change does to the cluster, at the line that causes it. */

import type { EffectCode } from "../../../diagnostics/codes/effects.ts";
import type { Place } from "../../../diagnostics/diagnostic.ts";
import type { Effect, ResourceChange } from "../../../diff/report.ts";
import type { Host } from "../../../host/host.ts";
import { type Annotation, githubAnnotations } from "../../output/github.ts";
import { shown } from "../../output/render_diagnostic.ts";
import type { TargetDiff } from "../comparison.ts";
import { failText, whatFails } from "../failures.ts";
import { failingSide, failsOnBothSides } from "../outcome.ts";
import { type Report, reportOf } from "./report.ts";
import { isHarmless, summaryText, titleOf } from "./words.ts";

/** @param failOn Effects that are errors. */
export function githubReport(failOn: readonly EffectCode[], host: Host): Report {
  return reportOf(
    (diff) => [
      ...failures(diff),
      ...diff.changes.flatMap((change) => change.effects.map((effect) => annotationOf(effect, change, diff, failOn))),
    ],
    (targets, outcomes) => `${githubAnnotations(distinct(targets.flat()), host)}${shown(summaryText(outcomes))}\n`,
  );
}

/** The same effect at the same place is reported once for all targets. */
function distinct(annotations: readonly Annotation[]): Annotation[] {
  const seen = new Map(
    annotations.map((
      one,
    ) => [JSON.stringify([one.title, one.message, one.place?.source.name, one.place?.offset]), one]),
  );
  return [...seen.values()];
}

function failures(diff: TargetDiff): Annotation[] {
  const isOnBoth = failsOnBothSides(diff);
  const side = failingSide(diff);
  const { names, place: where } = whatFails(diff, isOnBoth ? "both" : side);
  return diff.errors[side].map(({ code, message, place, file }) => ({
    level: isOnBoth ? "notice" : "error",
    title: code,
    message: `${failText(names, where)}: ${message}`,
    ...(side === "after" ? { place, file } : {}),
  }));
}

function annotationOf(
  effect: Effect,
  change: ResourceChange,
  diff: TargetDiff,
  failOn: readonly EffectCode[],
): Annotation {
  const { code, message } = effect;
  return {
    level: failOn.includes(code) ? "error" : isHarmless(code) ? "notice" : "warning",
    title: code,
    message: `${titleOf(change)} in ${diff.target}: ${message}`,
    place: placeOf(effect, change, diff),
  };
}

/**
 * The cause of the field, or of the ConfigMap or Secret whose new name it follows, or of the resource. Removed fields
 * have no place in the work tree.
 */
function placeOf(
  { change: field }: Effect,
  change: ResourceChange,
  { changes, causes }: TargetDiff,
): Place | undefined {
  const followed = field?.follows && changes.find(({ after }) => after === field.follows?.after);
  const first = followed?.fields[0] ?? field ?? change;
  const cause = causes.get(first);
  return cause?.side === "after" ? cause.place : undefined;
}

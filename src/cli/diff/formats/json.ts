/** The report for programs. `docs/diff.md` describes it. */

import { hidden, MASK } from "../../../diff/hide_values.ts";
import {
  type ChangeKind,
  type FieldChange,
  type FieldSide,
  hasNewHash,
  kindOfChange,
  type ResourceChange,
} from "../../../diff/report.ts";
import { resolveScalar } from "../../../yaml/scalar/resolve.ts";
import { type Node, scalarText } from "../../../yaml/tree/node.ts";
import { identityReport, jsonReportOfTexts, placeReport, resultText } from "../../output/json_report.ts";
import type { Cause } from "../causes.ts";
import type { TargetDiff } from "../comparison.ts";
import { countEffects, differing, failsOnBothSides, failsOnOneSide, type Outcome } from "../outcome.ts";
import { type Report, reportOf } from "./report.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";

export function jsonReportOfTargets(): Report {
  return reportOf(
    (diff) => {
      const report = targetReport(diff);
      return report === undefined ? undefined : resultText(report);
    },
    (targets, outcomes) =>
      jsonReportOfTexts("DiffReport", summaryOf(outcomes), targets.filter((text) => text !== undefined)),
  );
}

function summaryOf(outcomes: readonly Outcome[]): object {
  const number = (kind: ChangeKind) => outcomes.reduce((sum, { changes }) => sum + changes[kind], 0);
  return {
    targets: outcomes.length,
    different: outcomes.filter((outcome) => differing(outcome) > 0).length,
    failOnOneSide: outcomes.filter(failsOnOneSide).length,
    failOnBothSides: outcomes.filter(failsOnBothSides).length,
    added: number("added"),
    removed: number("removed"),
    changed: number("changed"),
    follows: number("follows"),
    effects: Object.fromEntries(countEffects(outcomes.flatMap(({ effects }) => [...effects]))),
  };
}

/** Undefined if there is nothing to report. */
function targetReport(diff: TargetDiff): object | undefined {
  const { target, before, after, changes, errors } = diff;
  if (changes.length + errors.before.length + errors.after.length === 0) return undefined;
  return {
    target,
    before: { source: before.label, errors: errors.before.map(errorReport) },
    after: { source: after.label, errors: errors.after.map(errorReport) },
    resources: changes.map((change) => resourceReport(change, diff)),
  };
}

function errorReport({ code, message, place }: Diagnostic): object {
  return { code, message, place: place && placeReport(place) };
}

function resourceReport(change: ResourceChange, { causes }: TargetDiff): object {
  const { before, after, fields, following, references, effects } = change;
  const cause = causes.get(change);
  return {
    change: kindOfChange(change),
    before: before && identityReport(before),
    after: after && identityReport(after),
    newHash: hasNewHash(change),
    references,
    cause: cause && causeReport(cause),
    effects: effects.map(({ code, message, change }) => ({ code, message, path: change?.path })),
    fields: [...fields, ...following].map((field) => fieldReport(field, causes.get(field))),
    ...(before === undefined || after === undefined
      ? { object: jsonValue((change.shown.after ?? change.shown.before)!) }
      : {}),
  };
}

function fieldReport({ path, before, after, order, isMasked, follows }: FieldChange, cause: Cause | undefined): object {
  return {
    path,
    before: before && sideReport(before, isMasked, order !== undefined),
    after: after && sideReport(after, isMasked, order !== undefined),
    order,
    ...(isMasked ? { masked: hidden(before!.node) } : {}),
    follows: follows?.after && identityReport(follows.after),
    cause: cause && causeReport(cause),
  };
}

/** The items of a reordered list are not repeated. */
function sideReport({ pointer, node }: FieldSide, isMasked: boolean, isOrder: boolean): object {
  return isOrder ? { pointer } : { pointer, value: isMasked ? MASK : jsonValue(node) };
}

function causeReport({ side, place, step, field }: Cause): object {
  return { side, place: place && placeReport(place), step, field };
}

/** The value as JSON has it: integers beyond 2^53, infinity and NaN as text. */
function jsonValue(node: Node): unknown {
  switch (node.kind) {
    case "alias":
      return jsonValue(node.target);
    case "sequence":
      return node.items.map(jsonValue);
    case "mapping":
      return Object.fromEntries(node.entries.map(({ key, value }) => [scalarText(key), jsonValue(value)]));
    case "scalar": {
      const { value } = resolveScalar(node);
      return typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
        ? String(value)
        : value;
    }
  }
}

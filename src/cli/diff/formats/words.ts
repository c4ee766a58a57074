/** Words that several formats use. */

import type { EffectCode } from "../../../diagnostics/codes/effects.ts";
import { hidden, MASK } from "../../../diff/hide_values.ts";
import {
  type ChangeKind,
  type Effect,
  type FieldChange,
  hasNewHash,
  type ResourceChange,
} from "../../../diff/report.ts";
import { unhashedName } from "../../../diff/unhashed_name.ts";
import type { Resource } from "../../../model/resource.ts";
import { count } from "../../../text/count.ts";
import { addToList } from "../../../text/multimap.ts";
import { failText, whatFails } from "../failures.ts";
import type { Node } from "../../../yaml/tree/node.ts";
import { placeText } from "../../output/json_report.ts";
import type { Cause } from "../causes.ts";
import { linesOfNode } from "./print_node.ts";
import type { TargetDiff } from "../comparison.ts";
import { differing, failingSide, failsOnBothSides, failsOnOneSide, isListed, type Outcome } from "../outcome.ts";

export const SIGNS: Readonly<Record<ChangeKind, string>> = { added: "+", removed: "-", changed: "~", follows: "~" };

/** `Deployment prod/web`; without the hash of a generated name. */
export function titleOf({ before, after }: ResourceChange): string {
  const resource = (after ?? before)!;
  return `${resource.kind} ${inNamespace(resource)}`;
}

function inNamespace(resource: Resource): string {
  const { namespace } = resource;
  return `${namespace === "" ? "" : `${namespace}/`}${unhashedName(resource)}`;
}

/**
 * Remarks on a changed resource: its effects on the cluster, and the references that follow its new name.
 */
export function remarksOf(change: ResourceChange): string[] {
  return [...nameRemarks(change), ...change.effects.flatMap(remarkOf)];
}

/** `new hash, 2 references follow` */
export function nameRemarks(change: ResourceChange): string[] {
  const references = change.references === 0
    ? []
    : [`${count(change.references, "reference")} ${change.references === 1 ? "follows" : "follow"}`];
  const hash = hasNewHash(change) ? ["new hash"] : [];
  const name = [...hash, ...references].join(", ");
  return name === "" ? [] : [name];
}

/** Effects whose message is clear without the code. */
const PLAIN = ["pods-replaced", "renamed-resource"];

/** Effects of everyday changes. */
const HARMLESS: readonly EffectCode[] = ["pods-replaced", "image-changed", "renamed-resource"];

export function isHarmless(code: EffectCode): boolean {
  return HARMLESS.includes(code);
}

/** A changed image is listed as a field. */
function remarkOf({ code, message }: Effect): string[] {
  if (code === "image-changed") return [];
  return [PLAIN.includes(code) ? message : `${code}: ${message}`];
}

/** The values of a field in one line, such as `2 -> 4`; undefined if they take several. */
export function valuesOf({ before, after, isMasked, order }: FieldChange): string | undefined {
  if (order !== undefined) return "other order";
  if (isMasked) return maskedValues(before!.node);
  const [one, other] = [before && oneLine(before.node), after && oneLine(after.node)];
  if ((before !== undefined && one === undefined) || (after !== undefined && other === undefined)) return undefined;
  if (before === undefined) return `+ ${other}`;
  return after === undefined ? `- ${one}` : `${one} -> ${other}`;
}

function maskedValues(node: Node): string {
  return `${MASK} -> ${MASK} (${hidden(node) === "same" ? "same value, written differently" : "different"})`;
}

/** The longest text that is shown in the line of its field. */
const LONGEST = 80;

function oneLine(node: Node): string | undefined {
  const [line = "", ...rest] = linesOfNode(node);
  return rest.length === 0 && line.length <= LONGEST ? line : undefined;
}

/** The lines of a node as YAML, or of a text with several lines. */
export function linesOf(node: Node | undefined): string[] {
  if (node === undefined) return [];
  const isLines = node.kind === "scalar" && node.value.includes("\n");
  return isLines ? node.value.replace(/\n$/, "").split("\n") : linesOfNode(node);
}

/** `overlays/prod/replicas.yaml:8:13`, with the side if that is `before`. */
export function causeText({ place, step, side }: Cause, before: string): string {
  const where = place === undefined ? (step === undefined ? "" : `(${step})`) : placeText(place);
  return side === "before" && where !== "" ? `${where} in ${before}` : where;
}

/** Whether a report mentions a target. */
export function isMentioned(diff: TargetDiff): boolean {
  return diff.changes.some(isListed) || failsOnOneSide(diff) || failsOnBothSides(diff);
}

/** `4 resources in 1 of 42 targets; overlays/old fails to build on both sides` */
export function summaryText(outcomes: readonly Outcome[]): string {
  const changes = outcomes.reduce((sum, outcome) => sum + differing(outcome), 0);
  const listed = outcomes.reduce((sum, outcome) => sum + outcome.listed, 0);
  const targets = outcomes.filter((outcome) => differing(outcome) > 0).length;
  const where = outcomes.length === 1
    ? ` ${listed === 1 ? "differs" : "differ"}`
    : ` in ${targets} of ${count(outcomes.length, "target")}`;
  const failures = failureTexts(outcomes);
  const differences = `${count(listed, "resource")}${where}${followText(changes - listed)}`;
  return [...(listed === 0 && failures.length > 0 ? [] : [differences]), ...failures].join("; ");
}

function followText(count: number): string {
  return count === 0 ? "" : `, and ${count} that ${count === 1 ? "follows" : "follow"} new names`;
}

/** Describes the failures: by side, or on both. */
function failureTexts(outcomes: readonly Outcome[]): string[] {
  const byPlace = new Map<string, string[]>();
  for (const outcome of [...outcomes.filter(failsOnOneSide), ...outcomes.filter(failsOnBothSides)]) {
    const { names, place } = whatFails(outcome, failsOnBothSides(outcome) ? "both" : failingSide(outcome));
    for (const name of names) addToList(byPlace, place, name);
  }
  return [...byPlace].map(([place, targets]) => failText(targets, place));
}

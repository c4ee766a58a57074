/** Suggests a correction for a field path that does not exist. */

import { nearest } from "../../diagnostics/nearest.ts";
import type { Node, Sequence } from "../../yaml/tree/node.ts";
import { indexOfStep, isListStep, splitListStep } from "./path.ts";

/** The path with its first wrong step corrected; undefined if nothing similar exists. */
export function suggestPath(root: Node, steps: readonly string[]): string | undefined {
  let node: Node | undefined = root;
  for (let at = 0; at < steps.length; at++) {
    const step: string = steps[at]!;
    const next: Node | undefined = childAt(node, step);
    if (next !== undefined) {
      node = next;
      continue;
    }
    const near = nearestStep(node, step);
    return near === undefined
      ? undefined
      : [...steps.slice(0, at), near, ...steps.slice(at + 1)].map(escapeStep).join(".");
  }
  return undefined;
}

/** A hint for a path that matches nothing if its brackets are wrong: they are then taken for part of a field's name. */
export function hintOfBrackets(steps: readonly string[]): string | undefined {
  const wrong = steps.find((step) => step.startsWith("[") ? !step.endsWith("]") : step.includes("["));
  if (wrong === undefined) return undefined;
  const what = wrong.includes("]") ? "put dots around brackets" : `the bracket of '${wrong}' is not closed: write it`;
  return `${what} as in containers.[name=web].image, or containers.0 by index`;
}

function childAt(node: Node, step: string): Node | undefined {
  if (node.kind === "mapping") return node.get(step);
  if (node.kind !== "sequence") return undefined;
  if (step === "*") return node.items[0];
  return isListStep(step) ? elementOf(node, step) : node.items[indexOfStep(step) ?? -1];
}

function elementOf(list: Sequence, step: string): Node | undefined {
  const wanted = splitListStep(step);
  return wanted && list.items.find((item) => fieldText(item, wanted.field) === wanted.value);
}

/** The text of a field of an element, or of the element itself for the field "". */
function fieldText(item: Node, field: string): string | undefined {
  const node = field === "" ? item : item.kind === "mapping" ? item.get(field) : undefined;
  return node?.kind === "scalar" ? node.value : undefined;
}

function nearestStep(node: Node, step: string): string | undefined {
  if (node.kind === "mapping") {
    return nearest(step, node.entries.flatMap(({ key }) => key.kind === "scalar" ? [key.value] : []));
  }
  if (node.kind !== "sequence") return undefined;
  const wanted = isListStep(step) ? splitListStep(step) : undefined;
  if (wanted === undefined) return undefined;
  const texts = node.items.map((item) => fieldText(item, wanted.field)).filter((text) => text !== undefined);
  const near = nearest(wanted.value, texts);
  return near === undefined ? undefined : `[${wanted.field}=${near}]`;
}

function escapeStep(step: string): string {
  return step.includes(".") && !isListStep(step) ? `[${step}]` : step;
}

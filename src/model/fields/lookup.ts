/** Finds the one node at a field path, like kyaml's path getter: creates nothing and matches no patterns. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { type Entry, type Node, scalarText } from "../../yaml/tree/node.ts";
import { failWrongKind } from "../../yaml/value/wrong_kind.ts";
import { isTaggedNull } from "../../yaml/scalar/resolve.ts";
import { indexOfStep, isListStep, splitListStep } from "./path.ts";
import { trimSpace } from "../../text/white_space.ts";

/**
 * The node at the end of `steps`, undefined if a field or element on the way is missing. Empty steps and spaces around
 * steps are ignored. Throws `wrong-type` if a step does not fit the node, and `field-not-found` for a step that can
 * select several elements.
 */
export function lookUpField(node: Node, steps: readonly string[]): Node | undefined {
  let found: Node | undefined = node;
  for (const step of steps) {
    const trimmed = trimSpace(step);
    if (trimmed === "") continue;
    found = lookUpStep(found, trimmed);
    if (found === undefined) return undefined;
  }
  return found;
}

function lookUpStep(node: Node, step: string): Node | undefined {
  const index = indexOfStep(step);
  if (index !== undefined) {
    if (index < 0) fail("field-not-found", `the index ${step} is negative`, atPlace(node));
    return itemsOf(node, step)[index];
  }
  if (step === "-") {
    return itemsOf(node, step).at(-1) ??
      fail("field-not-found", "'-' selects the last element, but the list is empty", atPlace(node));
  }
  if (step === "*") {
    fail("field-not-found", "the wildcard '*' is only allowed in the fieldPaths of targets", atPlace(node));
  }
  return isListStep(step) ? lookUpElement(node, step) : fieldOf(node, step)?.value;
}

/** The first element selected by `[field=value]` or `[=value]`, by whole texts. */
function lookUpElement(node: Node, step: string): Node | undefined {
  const { field, value } = parseListStep(step, node);
  return itemsOf(node, step).find((item) =>
    textIs(field === "" ? item : item.kind === "mapping" ? item.get(field) : undefined, value)
  );
}

/** The text of a node that is not a scalar is "" in kyaml. */
function textIs(node: Node | undefined, text: string): boolean {
  return node !== undefined && scalarText(node) === text;
}

export function parseListStep(step: string, node: Node): { field: string; value: string } {
  return splitListStep(step) ??
    fail(
      "field-not-found",
      `'${step}' selects no element: write [field=value], or [=value] for a list of strings`,
      atPlace(node),
    );
}

/** The entry `step` of a mapping; undefined if it is missing or `node` is null. Throws `wrong-type` for other nodes. */
export function fieldOf(node: Node, step: string): Entry | undefined {
  if (isTaggedNull(node)) return undefined;
  return node.kind === "mapping" ? node.entry(step) : failWrongKind(`'${step}' needs`, "mapping", node);
}

/** The elements of a list, none for null. Throws `wrong-type` for other nodes; `step` is for the message. */
export function itemsOf(node: Node, step: string): Node[] {
  if (isTaggedNull(node)) return [];
  return node.kind === "sequence" ? node.items : failWrongKind(`'${step}' needs`, "list", node);
}

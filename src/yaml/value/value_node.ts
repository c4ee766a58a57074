/** Reduces a node to its meaning, as carried by JSON. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { atPlace } from "../tree/place.ts";
import { copyTree } from "../tree/copy.ts";
import { type Mapping, type Node, Scalar, scalarText } from "../tree/node.ts";
import { keyOf, toPlain } from "./plain.ts";
import { resolveScalar } from "../scalar/resolve.ts";

/**
 * A copy in which numbers, nulls and booleans have their JSON form, texts are in double quotes, keys are sorted and
 * collections are in flow style: what go-yaml reads after kustomize has converted a node to JSON.
 */
export function valueNode(node: Node): Node {
  toPlain(node, jsonKey); // refuses other keys, which the copy does not tell from integers
  const copy = copyTree(node, valueScalar);
  const waiting = [copy];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "mapping") {
      next.flow = true;
      sortKeys(next);
      for (const { value } of next.entries) waiting.push(value);
    } else if (next.kind === "sequence") {
      next.flow = true;
      for (const item of next.items) waiting.push(item);
    }
  }
  return copy;
}

/** Of integers that are equal, such as 5 and 0x5, the last one counts. */
function sortKeys(mapping: Mapping): void {
  const byText = new Map(mapping.entries.map((entry) => [scalarText(entry.key), entry]));
  mapping.entries = [...byText.values()].sort((a, b) => compareCodePoints(scalarText(a.key), scalarText(b.key)));
}

/** The text of a key in JSON: of a text, a binary, a timestamp or an integer. */
function jsonKey(key: Node): string {
  const { tag, value } = key.kind === "scalar" ? resolveScalar(key) : {};
  return tag === "!!int" || typeof value === "string" ? String(value) : keyOf(key);
}

function valueScalar(scalar: Scalar): Scalar {
  const { tag, value } = resolveScalar(scalar);
  if (typeof value === "string") return new Scalar(value, "double", "", scalar.source, scalar.start);
  if (tag === "!!float" && !Number.isFinite(value)) {
    fail("unsupported-yaml", `${scalar.value} has no JSON form`, atPlace(scalar));
  }
  return new Scalar(String(value), "plain", "", scalar.source, scalar.start);
}

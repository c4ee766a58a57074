/** All scalars of an object with the keys that lead to them. */

import { escapePart } from "../../text/json_pointer.ts";
import { type Node, type Scalar, scalarText } from "../../yaml/tree/node.ts";
import { followAlias } from "../../yaml/value/plain.ts";

export interface ScalarAt {
  scalar: Scalar;
  /** Keys, and indexes of items. */
  path: readonly (string | number)[];
  /** The node around it. */
  parent: Node;
}

/** Skips deferred mappings: those are the schemas of custom resources. */
export function* scalarsIn(root: Node, path: readonly (string | number)[] = [], parent = root): Iterable<ScalarAt> {
  const node = followAlias(root);
  if (node.kind === "scalar") yield { scalar: node, path, parent };
  else if (node.kind === "sequence") {
    for (const [index, item] of node.items.entries()) yield* scalarsIn(item, [...path, index], node);
  } else if (node.deferred === undefined) {
    for (const { key, value } of node.entries) {
      yield* scalarsIn(value, [...path, scalarText(key)], node);
    }
  }
}

export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${escapePart(String(step))}`).join("");
}

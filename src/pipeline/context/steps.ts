/** The steps of a build that observers see. */

import type { Step } from "../../trace/step.ts";
import { type Mapping, type Node, scalarText } from "../../yaml/tree/node.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Target } from "./target.ts";

/** A step that a node of the kustomization requests, or an object that configures a plugin. */
export function fieldStep({ kustomization }: Target, kind: string, node: Node | undefined): Step {
  return { kind, field: node && fieldOf(kustomization.node, node), place: node && placeOf(node) };
}

/** The field with a node, such as `patches[0]`; undefined if the node is not in this file. */
function fieldOf({ entries }: Mapping, node: Node): string | undefined {
  for (const { key, value } of entries) {
    const name = scalarText(key);
    if (value === node) return name;
    const index = value.kind === "sequence" ? value.items.indexOf(node) : -1;
    if (index >= 0) return `${name}[${index}]`;
  }
  return undefined;
}

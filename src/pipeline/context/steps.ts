/** Steps of a build as observers are told of them. */

import type { Step } from "../../trace/step.ts";
import { type Mapping, type Node, placeOf } from "../../yaml/tree/node.ts";
import type { Target } from "./target.ts";

/** A step that a node of the kustomization asks for, or an object that configures a plugin. */
export function fieldStep({ kustomization }: Target, kind: string, node: Node | undefined): Step {
  return { kind, field: node && fieldOf(kustomization.node, node), place: node && placeOf(node) };
}

/** The field that holds a node, such as `patches[0]`; undefined if it is not of this file. */
function fieldOf({ entries }: Mapping, node: Node): string | undefined {
  for (const { key, value } of entries) {
    const name = key.kind === "scalar" ? key.value : "";
    if (value === node) return name;
    const index = value.kind === "sequence" ? value.items.indexOf(node) : -1;
    if (index >= 0) return `${name}[${index}]`;
  }
  return undefined;
}

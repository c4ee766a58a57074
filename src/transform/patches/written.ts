/**
 * The metadata that a patch writes, for observers: kustomize makes labels, annotations and names anew as text, so that
 * only the patch knows their places.
 */

import { jsonToNode } from "../../json_patch/nodes.ts";
import { Mapping, type Node, Scalar, Sequence } from "../../yaml/tree/node.ts";
import type { Transform } from "../transform.ts";
import type { ReadPatch } from "./read_patch.ts";

/** The transform of a patch, which tells what it writes. */
export function telling(read: ReadPatch, transform: Transform): Transform {
  transform.written = () => metadataIn(read);
  return transform;
}

/** Of several patches, each for another resource, nothing is known. Of operations, a mapping for each value. */
function metadataIn(read: ReadPatch): Node | undefined {
  if (read.kind === "merge") return read.patches.length === 1 ? read.patches[0]!.metadata : undefined;
  const made = new Sequence();
  for (const operation of read.patch.operations) {
    const { steps } = operation.path;
    const value = steps[0] === "metadata" && "value" in operation && operation.value;
    if (value) made.items.push(new Mapping([{ key: new Scalar(steps.at(-1)!), value: jsonToNode(value) }]));
  }
  return made;
}

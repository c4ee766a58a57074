/** A check for releases that write no keys but texts. */

import type { Node } from "../tree/node.ts";
import { failOnKey, isTextKey } from "./print_scalar.ts";

/** Refuses keys of the mappings in a resource that are no texts; those of the resource itself are taken for texts. */
export function refuseOtherKeys(root: Node): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "alias") waiting.push(node.target);
    else if (node.kind === "sequence") waiting.push(...node.items);
    // What is in canonical text already has no such key.
    else if (node.kind === "mapping" && node.deferred === undefined) {
      for (const { key, value } of node.entries) {
        if (node !== root && !isTextKey(key)) failOnKey(key);
        waiting.push(value);
      }
    }
  }
}

/** A check for releases that only write keys that are texts. */

import type { Node } from "../tree/node.ts";
import { failOnKey } from "../value/unique_keys.ts";
import { isTextKey } from "./print_scalar.ts";
import { pushAll } from "../../text/push_all.ts";

/** Rejects keys in a resource that are not texts; top-level keys always count as texts. */
export function checkTextKeys(root: Node): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "alias") waiting.push(node.target);
    else if (node.kind === "sequence") pushAll(waiting, node.items);
    // Canonical text contains no such keys.
    else if (node.kind === "mapping" && node.deferred === undefined) {
      for (const { key, value } of node.entries) {
        if (node !== root && !isTextKey(key)) failOnKey(key);
        waiting.push(value);
      }
    }
  }
}

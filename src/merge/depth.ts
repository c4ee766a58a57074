/** How deep patched objects may nest: the walks through them are recursive. */

import { fail } from "../diagnostics/diagnostic.ts";
import { atPlace, type Node } from "../yaml/tree/node.ts";

export const MAX_PATCH_DEPTH = 1_000;

/** Fails where `depth` is beyond what can be patched. */
export function checkDepth(depth: number, node: Node): void {
  if (depth > MAX_PATCH_DEPTH) {
    fail("too-deep", `what nests more than ${MAX_PATCH_DEPTH} levels deep cannot be patched`, atPlace(node));
  }
}

/** Limits the nesting of patched objects, which are walked recursively. */

import { fail } from "../diagnostics/diagnostic.ts";
import { atPlace, type Node } from "../yaml/tree/node.ts";

export const MAX_PATCH_DEPTH = 1_000;

/** Fails if `depth` is beyond the limit. */
export function checkDepth(depth: number, node: Node): void {
  if (depth > MAX_PATCH_DEPTH) {
    fail("too-deep", `what nests more than ${MAX_PATCH_DEPTH} levels deep cannot be patched`, atPlace(node));
  }
}

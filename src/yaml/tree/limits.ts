/** Limits of go-yaml that reading and printing share, and one of ours. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { atPlace, type Node } from "./node.ts";

/** Maximum nesting of collections, in block and in flow style each. */
export const MAX_DEPTH = 10_000;

/** Maximum distance in characters of a `:` from the start of its key without `?`. */
export const SIMPLE_KEY_LIMIT = 1024;

/** Limits the nesting of patched objects, which are walked recursively. */
export const MAX_PATCH_DEPTH = 1_000;

/** Fails for a node that nests too deep to be patched. */
export function checkPatchDepth(depth: number, node: Node): void {
  if (depth > MAX_PATCH_DEPTH) {
    fail("too-deep", `values nested more than ${MAX_PATCH_DEPTH} levels deep cannot be patched`, atPlace(node));
  }
}

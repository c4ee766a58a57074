/** Compares trees in all that kustomize keeps of them. */

import type { Node } from "./node.ts";

type Pair = [a: Node | undefined, b: Node | undefined];

/**
 * Whether two trees are equal in texts, order, tags, styles and places. So a value that is overwritten by an equal one,
 * such as by an empty prefix, differs: it has no place any more.
 */
export function isEqualTree(a: Node, b: Node): boolean {
  // Nesting may be deep.
  const waiting: Pair[] = [[a, b]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const inner = pairsIn(...next);
    if (inner === undefined) return false;
    for (const pair of inner) waiting.push(pair);
  }
  return true;
}

/** What is yet to be compared in two nodes; undefined if they differ. */
function pairsIn(...[a, b]: Pair): Pair[] | undefined {
  if (a === undefined || b === undefined || a.tag !== b.tag || a.source !== b.source || a.start !== b.start) return;
  if (a.kind === "scalar") return b.kind === "scalar" && a.value === b.value && a.style === b.style ? [] : undefined;
  if (a.kind === "alias") return b.kind === "alias" && a.target === b.target ? [] : undefined;
  if (a.kind === "sequence") {
    if (b.kind !== "sequence" || a.items.length !== b.items.length) return;
    return a.items.map((item, at) => [item, b.items[at]]);
  }
  if (b.kind !== "mapping") return;
  if (a.deferred !== undefined && a.deferred === b.deferred) return [];
  if (a.entries.length !== b.entries.length) return;
  return a.entries.flatMap(({ key, value }, at): Pair[] => [[key, b.entries[at]?.key], [value, b.entries[at]?.value]]);
}

/** Whether two nodes are equal in the output. */

import { resolveScalar, tagOf } from "../yaml/scalar/resolve.ts";
import type { Mapping, Node, Scalar, Sequence } from "../yaml/tree/node.ts";
import { followAlias } from "../yaml/value/plain.ts";

/** Uses loops instead of closures: a comparison spends most of its time here, before the engine has optimized it. */
export function isSameNode(a: Node, b: Node): boolean {
  const one = followAlias(a);
  const other = followAlias(b);
  switch (one.kind) {
    case "scalar":
      return other.kind === "scalar" && isSameScalar(one, other);
    case "sequence":
      return other.kind === "sequence" && isSameList(one, other);
    case "mapping":
      return other.kind === "mapping" && isSameMapping(one, other);
  }
}

function isSameScalar(a: Scalar, b: Scalar): boolean {
  if (a.value === b.value && a.style === b.style && a.tag === b.tag) return true;
  const tag = tagOf(a);
  if (tag !== tagOf(b)) return false;
  return a.value === b.value || (tag !== "!!str" && resolveScalar(a).value === resolveScalar(b).value);
}

function isSameList({ items }: Sequence, other: Sequence): boolean {
  if (items.length !== other.items.length) return false;
  for (let index = 0; index < items.length; index++) {
    if (!isSameNode(items[index]!, other.items[index]!)) return false;
  }
  return true;
}

function isSameMapping(a: Mapping, b: Mapping): boolean {
  // The indentation is a part of the text.
  if (a.deferred !== undefined && a.deferred.text === b.deferred?.text) return true;
  if (a.entries.length !== b.entries.length) return false;
  for (let index = 0; index < a.entries.length; index++) {
    const { key, value } = a.entries[index]!;
    // Most objects have their keys in the same order.
    const entry = b.entries[index]!;
    const other = isSameNode(key, entry.key) ? entry.value : valueOf(b, key);
    if (other === undefined || !isSameNode(value, other)) return false;
  }
  return true;
}

function valueOf(mapping: Mapping, key: Node): Node | undefined {
  return key.kind === "scalar" ? mapping.get(key.value) : undefined;
}

/** Compares encoded values, ignoring the order of a mapping's keys. */

import { Mapping, type Node, Scalar, Sequence } from "../../yaml/tree/node.ts";

export function sameValue(a: Node, b: Node): boolean {
  if (a instanceof Scalar && b instanceof Scalar) return a.value === b.value && a.tag === b.tag;
  if (a instanceof Sequence && b instanceof Sequence) {
    return a.items.length === b.items.length && a.items.every((item, index) => sameValue(item, b.items[index]!));
  }
  if (!(a instanceof Mapping && b instanceof Mapping) || a.entries.length !== b.entries.length) return false;
  const others = new Map(b.entries.map(({ key, value }) => [textKey(key), value]));
  return a.entries.every(({ key, value }) => {
    const other = others.get(textKey(key));
    return other !== undefined && sameValue(value, other);
  });
}

function textKey(key: Node): string {
  return key instanceof Scalar ? key.value : "";
}

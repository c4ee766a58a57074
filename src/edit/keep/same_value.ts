/** Compares encoded values, ignoring the order of a mapping's keys. An absent value is only the same as an absent one. */

import { Mapping, type Node, Scalar, Sequence } from "../../yaml/tree/node.ts";

export function sameValue(a: Node | undefined, b: Node | undefined): boolean {
  if (a instanceof Scalar) return b instanceof Scalar && a.value === b.value && a.tag === b.tag;
  if (a instanceof Sequence) return b instanceof Sequence && sameItems(a, b);
  if (a instanceof Mapping) return b instanceof Mapping && sameEntries(a, b);
  return a === b;
}

function sameItems({ items }: Sequence, { items: others }: Sequence): boolean {
  return items.length === others.length && items.every((item, index) => sameValue(item, others[index]));
}

function sameEntries({ entries }: Mapping, { entries: others }: Mapping): boolean {
  const byName = new Map(others.map(({ key, value }) => [textKey(key), value]));
  return entries.length === others.length &&
    entries.every(({ key, value }) => sameValue(value, byName.get(textKey(key))));
}

function textKey(key: Node): string {
  return key instanceof Scalar ? key.value : "";
}

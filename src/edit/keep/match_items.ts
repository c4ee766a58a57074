/** Matches the items of a list before and after an edit. */

import { Mapping, type Node, Scalar, type Sequence } from "../../yaml/tree/node.ts";
import { sameValue } from "./same_value.ts";

/**
 * For each new item the index of the matching old one, or -1. Matches equal items first; then changed ones, by name or,
 * if nothing was added or removed, by position.
 */
export function matchItems(before: Sequence, after: Sequence): number[] {
  const free = new Set(before.items.keys());
  const take = (fits: (old: Node, index: number) => boolean): number => {
    for (const index of free) {
      if (!fits(before.items[index]!, index)) continue;
      free.delete(index);
      return index;
    }
    return -1;
  };
  const matches = after.items.map((item) => take((old) => sameValue(old, item)));
  const inPlace = before.items.length === after.items.length;
  return matches.map((match, place) => {
    if (match >= 0) return match;
    const item = after.items[place]!;
    const name = nameOf(item);
    const named = name === undefined ? -1 : take((old) => nameOf(old) === name);
    return named < 0 && inPlace ? take((old, index) => index === place && old.kind === item.kind) : named;
  });
}

/** The identity of an item that may change: its name and namespace. */
function nameOf(item: Node): string | undefined {
  const name = item instanceof Mapping ? item.get("name") : undefined;
  return name instanceof Scalar ? name.value : undefined;
}

/** Whether the old items are still in order. */
export function isInOrder(matches: number[]): boolean {
  const kept = matches.filter((match) => match >= 0);
  return kept.every((match, index) => index === 0 || match > kept[index - 1]!);
}

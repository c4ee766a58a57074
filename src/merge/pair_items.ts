/**
 * Pairs the items of a list before and after a step, or in two builds. Indexes do not help, because a strategic merge
 * puts new items first and moves others.
 */

import { addToList } from "../text/multimap.ts";

/** The view of a list for comparison. */
export interface ItemList {
  readonly length: number;
  /** The text of a field of an item; undefined if the item is not a mapping, or the field not a scalar. */
  field(index: number, name: string): string | undefined;
  /** A text that is the same only for equal items. */
  text(index: number): string;
}

export interface PairedItems {
  /** For each item after, the index of the same item before, or -1. */
  before: number[];
  /** The fields that distinguish items; none if only their contents do. */
  names: readonly string[];
}

/**
 * Fields that name the objects in Kubernetes' lists, in order of precedence. One counts if all items of a list have it,
 * each with a different value.
 */
const NAMING_FIELDS = ["name", "key", "containerPort", "port", "mountPath", "devicePath", "ip", "path", "host", "type"];

/** @param mergeKeys The keys by which a strategic merge pairs items, if the schema has any. */
export function pairItems(before: ItemList, after: ItemList, mergeKeys: readonly string[] = []): PairedItems {
  const candidates = [mergeKeys, ...NAMING_FIELDS.map((name) => [name])].filter((names) => names.length > 0);
  for (const names of candidates) {
    const found = pairByNames(before, after, names);
    if (found !== undefined) return { before: found, names };
  }
  return { before: pairByText(before, after), names: [] };
}

function pairByNames(before: ItemList, after: ItemList, names: readonly string[]): number[] | undefined {
  const old = distinctNames(before, names);
  if (old === undefined) return undefined;
  const current = distinctNames(after, names);
  return current && [...current.keys()].map((name) => old.get(name) ?? -1);
}

/** The index of each item by its names; undefined if an item has none, or two have the same. */
function distinctNames(list: ItemList, names: readonly string[]): Map<string, number> | undefined {
  const found = new Map<string, number>();
  for (let index = 0; index < list.length; index++) {
    const texts = names.map((name) => list.field(index, name) ?? DEFAULTS.get(name));
    if (texts.some((text) => text === undefined)) return undefined;
    found.set(texts.join("\0"), index);
  }
  return found.size === list.length ? found : undefined;
}

/** Kubernetes' defaults for omitted merge keys. */
const DEFAULTS = new Map([["protocol", "TCP"]]);

/** Pairs equal items in order; of the others, those that follow paired items. */
function pairByText(before: ItemList, after: ItemList): number[] {
  const found = pairEqual(before, after);
  const partners = new Map(found.map((from, to) => [from, to]));
  const open = new Map<number, number[]>();
  let previous = -1;
  for (let index = 0; index < before.length; index++) {
    const partner = partners.get(index);
    if (partner !== undefined) previous = partner;
    else addToList(open, previous, index);
  }
  const turns = new Map([...open].map(([after, indexes]) => [after, indexes.values()]));
  let last = -1;
  return found.map((from, index) => {
    if (from >= 0) last = index;
    return from >= 0 ? from : turns.get(last)?.next().value ?? -1;
  });
}

function pairEqual(before: ItemList, after: ItemList): number[] {
  const byText = new Map<string, number[]>();
  for (let index = before.length - 1; index >= 0; index--) {
    addToList(byText, before.text(index), index);
  }
  return Array.from({ length: after.length }, (_, index) => byText.get(after.text(index))?.pop() ?? -1);
}

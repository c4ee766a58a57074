/** The merge key values that pair the elements of two lists. */

import { type Node, scalarText } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { groupBy } from "../text/multimap.ts";

/** The texts of an element's merge keys, "" for a missing one. */
export type KeyValues = string[];

/** The key values of all elements, each once, in the order of the lists. */
export function keyValuesOf(lists: readonly (readonly Node[])[], keys: readonly string[]): KeyValues[] {
  const seen = new Map<string, KeyValues>();
  for (const list of lists) {
    for (const element of list) {
      const values = keys.map((key) => key === "" ? scalarText(element) : fieldText(element, key));
      const text = values.join("\0");
      if (!seen.has(text)) seen.set(text, values);
    }
  }
  return [...seen.values()];
}

/** The keys that some element has; all of them if none has any. */
export function usedKeys(all: readonly KeyValues[], keys: readonly string[]): number[] {
  const indexes = [...keys.keys()];
  const used = indexes.filter((index) => all.some((values) => values[index] !== ""));
  return used.length > 0 ? used : indexes;
}

/**
 * Unifies values that differ only in a missing key, such as container ports with and without a protocol. Visits the
 * pairs in kyaml's order, with each value as it was at the start of its turn; skips pairs whose first keys differ.
 */
export function unifyKeyValues(all: KeyValues[]): void {
  if (all.every((values) => values.every((value) => value !== ""))) return;
  const byFirst = groupBy(all.keys(), (index) => all[index]?.[0]);
  const withoutFirst = byFirst.get("") ?? [];
  for (let index = 0; index < all.length; index++) {
    const values = all[index]!;
    const candidates = values[0] === "" ? all.keys() : inOrder(byFirst.get(values[0]) ?? [], withoutFirst);
    for (const other of candidates) {
      const unified = unify(values, all[other]!);
      if (unified !== undefined) all[index] = all[other] = unified;
    }
  }
}

/** The combined values of two elements that agree in one key, if each difference is a missing value in one of them. */
function unify(a: KeyValues, b: KeyValues): KeyValues | undefined {
  if (!a.some((value, index) => value === b[index])) return undefined;
  if (!a.every((value, index) => value === b[index] || value === "" || b[index] === "")) return undefined;
  return a.map((value, index) => value || b[index]!);
}

function inOrder(a: number[], b: number[]): number[] {
  return b.length === 0 ? a : [...a, ...b].sort((x, y) => x - y);
}

function fieldText(element: Node, key: string): string {
  const value = element.kind === "mapping" ? element.get(key) : undefined;
  return value === undefined || isNull(value) ? "" : scalarText(value);
}

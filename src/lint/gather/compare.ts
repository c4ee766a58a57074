/** What a step changed in a resource: whether anything at all, and new fields. */

import { tagOf } from "../../yaml/scalar/resolve.ts";
import { type Mapping, type Node, scalarText, type Sequence } from "../../yaml/tree/node.ts";
import { followAlias } from "../../yaml/value/plain.ts";

/** A field or a list item that did not exist before. */
export interface NewField {
  /** The steps to it from the top, items by their name or index. */
  path: readonly string[];
  /** The key, if it is a field. */
  key: Node | undefined;
  value: Node;
  /** The keys that the mapping around it had before; those of an item are empty. */
  siblings: readonly string[];
}

export interface Comparison {
  changed: boolean;
  made: NewField[];
}

/** Compares an object before and after a step, without regard to the order of keys. */
export function compare(before: Node, after: Node): Comparison {
  const comparison: Comparison = { changed: false, made: [] };
  compareNodes(followAlias(before), followAlias(after), [], comparison);
  return comparison;
}

function compareNodes(before: Node, after: Node, path: readonly string[], found: Comparison): void {
  if (before.kind === "mapping" && after.kind === "mapping") {
    const isSame = before.deferred !== undefined && before.deferred.text === after.deferred?.text;
    if (!isSame) compareMappings(before, after, path, found);
  } else if (before.kind === "sequence" && after.kind === "sequence") {
    compareSequences(before, after, path, found);
  } else if (before.kind !== "scalar" || after.kind !== "scalar") {
    found.changed = true;
  } else if (before.value !== after.value || tagOf(before) !== tagOf(after)) {
    found.changed = true;
  }
}

function compareMappings(before: Mapping, after: Mapping, path: readonly string[], found: Comparison): void {
  const old = new Map(before.entries.map(({ key, value }) => [scalarText(key), value]));
  if (old.size > after.entries.length) found.changed = true;
  for (const { key, value } of after.entries) {
    const name = scalarText(key);
    const was = old.get(name);
    if (was !== undefined) compareNodes(followAlias(was), followAlias(value), [...path, name], found);
    else {
      found.changed = true;
      found.made.push({ path: [...path, name], key, value, siblings: [...old.keys()] });
    }
  }
}

function compareSequences(before: Sequence, after: Sequence, path: readonly string[], found: Comparison): void {
  if (before.items.length !== after.items.length) found.changed = true;
  const names = before.items.map(nameOf);
  const isNamed = names.every((name) => name !== undefined);
  for (const [index, item] of after.items.entries()) {
    const name = isNamed ? nameOf(item) : undefined;
    const at = name === undefined ? index : names.indexOf(name);
    const was = before.items[at];
    if (at !== index) found.changed = true;
    const step = name ?? String(index);
    if (was !== undefined) compareNodes(followAlias(was), followAlias(item), [...path, step], found);
    else {
      found.changed = true;
      found.made.push({ path: [...path, step], key: undefined, value: item, siblings: [] });
    }
  }
}

function nameOf(node: Node): string | undefined {
  const name = node.kind === "mapping" ? node.get("name") : undefined;
  return name?.kind === "scalar" ? name.value : undefined;
}

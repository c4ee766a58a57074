/** Looks up fields that differ. */

import { type Mapping, type Node, scalarText } from "../../yaml/tree/node.ts";
import type { FieldChange, ResourceChange } from "../report.ts";

/** All fields that differ, including those that follow new names. */
export function allChanges({ fields, following }: ResourceChange): FieldChange[] {
  return [...fields, ...following];
}

/** Whether a change is at or below a field, or replaces a node that contains it. */
export function touches({ before, after }: FieldChange, pointer: string): boolean {
  const place = (after ?? before)?.pointer ?? "";
  return isWithin(place, pointer) || (isWithin(pointer, place) && (before === undefined || after === undefined));
}

function isWithin(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

/** The node at the end of `keys`. */
export function nodeAt(node: Node | undefined, ...keys: string[]): Node | undefined {
  let found = node;
  for (const key of keys) found = found?.kind === "mapping" ? found.get(key) : undefined;
  return found;
}

export function textAt(node: Node | undefined, ...keys: string[]): string {
  return scalarText(nodeAt(node, ...keys));
}

/** The mappings in a list at the end of `keys`. */
export function mappingsAt(node: Node | undefined, ...keys: string[]): Mapping[] {
  const list = nodeAt(node, ...keys);
  return list?.kind === "sequence" ? list.items.filter((item) => item.kind === "mapping") : [];
}

/** The texts of the scalars in a list at the end of `keys`. */
export function textsAt(node: Node | undefined, ...keys: string[]): string[] {
  const list = nodeAt(node, ...keys);
  return list?.kind === "sequence" ? list.items.map(scalarText) : [];
}

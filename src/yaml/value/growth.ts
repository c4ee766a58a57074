/** What a build may add to its texts by aliases and copies: a few lines can ask for more than memory holds. */

import { fail, type Place } from "../../diagnostics/diagnostic.ts";
import type { Growth } from "../../diagnostics/source.ts";
import type { Node } from "../tree/node.ts";

/** In nodes, and in characters of scalars. */
export const MAX_ADDED_NODES = 5_000_000;
export const MAX_ADDED_CHARACTERS = 2 ** 31;

/** Adds to what the texts of a build share. Fails where it is too much, at the place that asks for it. @param what `aliases` */
export function grow(total: Growth, { nodes, characters }: Growth, what: string, place: Place | undefined): void {
  total.nodes += nodes;
  total.characters += characters;
  const [bound, unit] = total.nodes > MAX_ADDED_NODES
    ? [MAX_ADDED_NODES, "values"]
    : [MAX_ADDED_CHARACTERS, "characters"];
  if (total.nodes <= MAX_ADDED_NODES && total.characters <= MAX_ADDED_CHARACTERS) return;
  const code = what === "aliases" ? "too-many-aliases" : "too-large";
  fail(code, `${what} add more than ${bound} ${unit} to this build`, { place });
}

/** How large a tree without aliases is. */
export function sizeOf(root: Node): Growth {
  const size = { nodes: 0, characters: 0 };
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    size.nodes++;
    if (node.kind === "scalar") size.characters += node.value.length;
    else if (node.kind === "sequence") { for (const item of node.items) waiting.push(item); }
    else if (node.kind === "mapping") { for (const { key, value } of node.entries) waiting.push(key, value); }
  }
  return size;
}

/**
 * Limits how much aliases and copies add to the texts of a build: a few lines can expand to more than fits into memory.
 */

import { fail, type Place } from "../../diagnostics/diagnostic.ts";
import type { Growth } from "../../diagnostics/source.ts";
import type { Node } from "../tree/node.ts";
import { atPlace } from "../tree/place.ts";

/** In nodes, and in characters of scalars. */
export const MAX_ADDED_NODES = 5_000_000;
export const MAX_ADDED_CHARACTERS = 2 ** 31;

/** In characters, of texts that do not share their memory. */
const MAX_COMPOSED = 2 ** 27;
/** Longer than any name that Kubernetes accepts. */
const SHORT_TEXT = 1000;

/** Adds to the total of a build. Fails at `place` if that exceeds the limit. `what`: the cause, such as `aliases`. */
export function grow(total: Growth, { nodes, characters }: Growth, what: string, place: Place | undefined): void {
  total.nodes += nodes;
  total.characters += characters;
  if (total.nodes > MAX_ADDED_NODES) failGrowth(what, `${MAX_ADDED_NODES} values`, place);
  if (total.characters > MAX_ADDED_CHARACTERS) failGrowth(what, `${MAX_ADDED_CHARACTERS} characters`, place);
}

function failGrowth(what: string, bound: string, place: Place | undefined): never {
  const code = what === "aliases" ? "too-many-aliases" : "too-large";
  fail(code, `${what} add more than ${bound} to this build`, { place });
}

/**
 * Adds characters of a text that is composed for a single field, or compared as a part of an id, and so takes memory of
 * its own. Fails at `node` if the total exceeds its limit.
 */
export function growByText(total: Growth, length: number, what: string, node: Node | undefined): void {
  total.composed = (total.composed ?? 0) + length;
  if (total.composed <= MAX_COMPOSED) return;
  fail("too-large", `${what} add more than ${MAX_COMPOSED} characters to this build`, atPlace(node));
}

/** Adds such a text if it is long. Most are short, and count nothing, however many there are. */
export function growByLongText(total: Growth, length: number, what: string, node: Node | undefined): void {
  if (length > SHORT_TEXT) growByText(total, length, `long ${what}`, node);
}

/** The total that the texts of a build share. A node that is in no text has its own. */
export function growthOf(node: Node | undefined): Growth {
  return node?.source?.growth ?? { nodes: 0, characters: 0 };
}

/** The size of a tree without aliases. */
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

/**
 * Finds every node that matches a field path with patterns, like kyaml's path matcher, and creates missing ones.
 *
 * Besides fields and indexes, a path may contain `*` for every element of a list, and `[field=pattern]` for those whose
 * field contains the pattern: `[name=web]` matches `web`, and `my-web-1` too.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { compileRegexp } from "../../regexp/regexp.ts";
import { atPlace, type Entry, Mapping, type Node, Scalar, Sequence } from "../../yaml/tree/node.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";
import { sourceComments } from "../read/source_comments.ts";
import { fieldOf, itemsOf, parseListStep } from "./lookup.ts";
import { indexOfStep, isListStep } from "./path.ts";

/** A node and its location, so that it can be replaced. */
export interface Slot {
  readonly node: Node;
  /** The texts that the elements of lists on the way were found by, from the innermost one. */
  matched?: string[];
  put(node: Node): void;
}

/** The kind of node to create at the end of a path. */
export type NewNode = "scalar" | "mapping" | "sequence";

/** How to follow a path. */
export interface Making {
  /** The kind of node to create at its end, along with missing parts of the path; undefined to create nothing. */
  create: NewNode | undefined;
  /** Whether it continues inside the text of a scalar, parsed as YAML. */
  intoTexts: boolean;
}

/** A slot without a location: replacing its node has no effect. */
export function looseSlot(node: Node): Slot {
  return {
    get node() {
      return node;
    },
    put(other) {
      node = other;
    },
  };
}

function entrySlot(entry: Entry): Slot {
  return {
    get node() {
      return entry.value;
    },
    put(node) {
      entry.value = node;
    },
  };
}

function itemSlots(items: Node[]): Slot[] {
  return items.map((_, index) => ({
    get node() {
      return items[index]!;
    },
    put(node) {
      items[index] = node;
    },
  }));
}

/**
 * The slots at the end of `steps` from `slot`, none if a field on the way is missing. Throws `wrong-type`,
 * `invalid-field-path`, `invalid-pattern`, `yaml-syntax`.
 */
export function matchFields(slot: Slot, steps: readonly string[], making: Making): Slot[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [slot];
  const index = indexOfStep(step);
  if (index !== undefined && index >= 0) return matchIndex(slot.node, index, rest, making);
  if (isListStep(step)) return matchElements(slot.node, step, rest, making);
  if (step === "*") return itemSlots(itemsOf(slot.node, step)).flatMap((item) => matchFields(item, rest, making));
  return matchField(slot.node, step, rest, making);
}

function matchField(node: Node, step: string, rest: readonly string[], making: Making): Slot[] {
  const { create, intoTexts } = making;
  let entry = step === "" ? failEmptyStep(node) : fieldOf(node, step);
  if (entry === undefined) {
    if (create === undefined) return [];
    entry = { key: new Scalar(step), value: makeNode(rest[0], create) };
    // Nodes created in a null are lost, since the null stays.
    if (node.kind === "mapping") node.entries.push(entry);
  }
  if (intoTexts && entry.value.kind === "scalar" && rest.length > 0) return matchEmbedded(entry.value, rest, making);
  return matchFields(entrySlot(entry), rest, making);
}

function failEmptyStep(node: Node): never {
  fail("field-not-found", "the path has an empty step", atPlace(node));
}

/** Continues in the text of a scalar, parsed as YAML. Changes of nodes found there only affect a copy. */
function matchEmbedded(scalar: Scalar, steps: readonly string[], making: Making): Slot[] {
  return matchFields(looseSlot(parseEmbedded(scalar)), steps, making);
}

/** The first document in the text of a scalar. Throws `yaml-syntax`, and `wrong-type` if there is none. */
export function parseEmbedded(scalar: Scalar): Node {
  const document = parseDocument(new Source("embedded text", scalar.value), { uniqueKeys: false });
  return document ?? fail("wrong-type", "the path continues, but the string here is empty", atPlace(scalar));
}

function matchIndex(node: Node, index: number, rest: readonly string[], making: Making): Slot[] {
  const { create } = making;
  const items = itemsOf(node, String(index));
  if (index === items.length && create !== undefined) items.push(makeNode(rest[0], create));
  const slot = itemSlots(items)[index];
  if (slot === undefined) {
    fail("field-not-found", `there is no element ${index}: the list has ${items.length}`, atPlace(node));
  }
  return matchFields(slot, rest, making);
}

/** Elements of a list of texts match themselves, and the rest of the path is ignored. */
function matchElements(node: Node, step: string, rest: readonly string[], making: Making): Slot[] {
  const { field, value } = parseListStep(step, node);
  const items = itemsOf(node, step);
  const found = items.length === 0 ? [] : findElements(items, field, value, rest, making);
  if (found.length > 0 || making.create === undefined) return found;
  const text = new Scalar(value);
  items.push(field === "" ? text : new Mapping([{ key: new Scalar(field), value: text }]));
  return findElements(items, field, value, rest, making);
}

function findElements(
  items: Node[],
  field: string,
  pattern: string,
  rest: readonly string[],
  making: Making,
): Slot[] {
  const regexp = compileRegexp(pattern);
  return itemSlots(items).flatMap((slot) => {
    if (field === "") return regexp.matches(comparedText(slot.node)) ? [slot] : [];
    const value = slot.node.kind === "mapping" ? slot.node.get(field) : undefined;
    const text = value === undefined ? undefined : comparedText(value);
    if (text === undefined || !regexp.matches(text)) return [];
    const found = matchFields(slot, rest, making);
    for (const one of found) (one.matched ??= []).push(text);
    return found;
  });
}

/** The text that kyaml compares: the node as printed, with its comments. */
function comparedText(node: Node): string {
  return printStyled(node, sourceComments()).trim();
}

/** Creates a node that `next`, the following step, fits into: `create` at the end of the path. */
function makeNode(next: string | undefined, create: NewNode): Node {
  if (next === undefined || next === "") return emptyNode(create);
  return emptyNode(isListStep(next) || (indexOfStep(next) ?? -1) >= 0 ? "sequence" : "mapping");
}

function emptyNode(kind: NewNode): Node {
  if (kind === "scalar") return new Scalar("");
  return kind === "mapping" ? new Mapping() : new Sequence();
}

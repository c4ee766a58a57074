/**
 * Finds every node that matches a field path with patterns, like kyaml's path matcher, and creates missing ones.
 *
 * Besides fields and indexes, a path may contain `*` for every element of a list, and `[field=pattern]` for those whose
 * field
 * contains the pattern: `[name=web]` matches `web`, and `my-web-1` too.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { compileRegexp } from "../../regexp/regexp.ts";
import { atPlace, type Entry, Mapping, type Node, Scalar, Sequence } from "../../yaml/tree/node.ts";
import { MAX_DEPTH } from "../../yaml/tree/limits.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { printCommented } from "../../yaml/write/print_styled.ts";
import { sourceComments } from "../source_comments.ts";
import { fieldOf, itemsOf, parseListStep } from "./lookup.ts";
import { indexOfStep, isListStep } from "./path.ts";

/** A node and its location, so that it can be replaced. */
export interface Slot {
  readonly node: Node;
  put(node: Node): void;
}

/** The kind of node to create at the end of a path. */
export type NewNode = "scalar" | "mapping" | "sequence";

/** What a path may do on its way. */
export interface Making {
  /** The kind of node to make at its end, and what is missing on the way; undefined: nothing is made. */
  create: NewNode | undefined;
  /** Whether it goes on in the text of a scalar, read as YAML. */
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
 * The slots that `steps` lead to from `slot`, none where a field on the way is missing. With `create`, what is missing on the
 * way is made, and a node of that kind at its end. Throws `wrong-type`, `invalid-field-path`, `invalid-pattern`, `yaml-syntax`,
 * and `too-deep` for a path that is longer than a document can be deep.
 *
 * @param from The step to begin with. A path may be long: only steps that lead to several nodes recurse.
 */
export function matchFields(slot: Slot, steps: readonly string[], create: NewNode | undefined, from = 0): Slot[] {
  if (steps.length > MAX_DEPTH) {
    fail("too-deep", `a path can have ${MAX_DEPTH} steps, this one has ${steps.length}`, atPlace(slot.node));
  }
  let here = slot;
  for (let at = from; at < steps.length; at++) {
    const step = steps[at]!;
    const index = indexOfStep(step);
    if (index !== undefined && index >= 0) {
      here = matchIndex(here.node, index, steps[at + 1], create);
      continue;
    }
    if (isListStep(step)) return matchElements(here.node, step, steps, at + 1, create);
    if (step === "*") {
      return itemSlots(itemsOf(here.node, step)).flatMap((item) => matchFields(item, steps, create, at + 1));
    }
    const entry = matchField(here.node, step, steps[at + 1], create);
    if (entry === undefined) return [];
    // Goes on in the text of a scalar, read as YAML. Whoever changes what it finds there changes a copy.
    const isText = entry.value.kind === "scalar" && at + 1 < steps.length;
    here = isText ? looseSlot(parseEmbedded(entry.value as Scalar)) : entrySlot(entry);
  }
  return [here];
}

function matchField(
  node: Node,
  step: string,
  next: string | undefined,
  create: NewNode | undefined,
): Entry | undefined {
  const found = step === "" ? failEmptyStep(node) : fieldOf(node, step);
  if (found !== undefined || create === undefined) return found;
  const entry = { key: new Scalar(step), value: makeNode(next, create) };
  // Nodes created in a null are lost, since the null stays.
  if (node.kind === "mapping") node.entries.push(entry);
  return entry;
}

function failEmptyStep(node: Node): never {
  fail("field-not-found", "the path has an empty step", atPlace(node));
}

/** The first document in the text of a scalar. Throws `yaml-syntax`, and `wrong-type` if there is none. */
export function parseEmbedded(scalar: Scalar): Node {
  const document = parseDocument(new Source("embedded text", scalar.value), { uniqueKeys: false });
  return document ?? fail("wrong-type", "the path continues, but the string here is empty", atPlace(scalar));
}

function matchIndex(node: Node, index: number, next: string | undefined, create: NewNode | undefined): Slot {
  const items = itemsOf(node, String(index));
  if (index === items.length && create !== undefined) items.push(makeNode(next, create));
  const slot = itemSlots(items)[index];
  if (slot !== undefined) return slot;
  fail("field-not-found", `there is no element ${index}: the list has ${items.length}`, atPlace(node));
}

/** Elements of a list of texts are found themselves, whatever follows in the path. */
function matchElements(
  node: Node,
  step: string,
  steps: readonly string[],
  next: number,
  create: NewNode | undefined,
): Slot[] {
  const { field, value } = parseListStep(step, node);
  const items = itemsOf(node, step);
  const found = items.length === 0
    ? []
    : findElements(items, field, value, (slot) => matchFields(slot, steps, create, next));
  if (found.length > 0 || create === undefined) return found;
  const text = new Scalar(value);
  items.push(field === "" ? text : new Mapping([{ key: new Scalar(field), value: text }]));
  return findElements(items, field, value, (slot) => matchFields(slot, steps, create, next));
}

function findElements(
  items: Node[],
  field: string,
  pattern: string,
  goOn: (slot: Slot) => Slot[],
): Slot[] {
  const regexp = compileRegexp(pattern);
  const fits = (node: Node) => regexp.matches(comparedText(node));
  return itemSlots(items).flatMap((slot) => {
    if (field === "") return fits(slot.node) ? [slot] : [];
    const value = slot.node.kind === "mapping" ? slot.node.get(field) : undefined;
    return value !== undefined && fits(value) ? goOn(slot) : [];
  });
}

/** The text that kyaml compares: the node as printed, with its comments. */
function comparedText(node: Node): string {
  return printCommented({ root: node, head: "", foot: "", commentsOf: sourceComments() }).trim();
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

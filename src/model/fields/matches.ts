/**
 * Finds every node that matches a field path with patterns, like kyaml's path matcher, and creates missing ones.
 *
 * Besides fields and indexes, a path may contain `*` for every element of a list, and `[field=pattern]` for those whose
 * field contains the pattern: `[name=web]` matches `web`, and `my-web-1` too.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { compileRegexp } from "../../regexp/regexp.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { type Entry, Mapping, type Node, Scalar, Sequence } from "../../yaml/tree/node.ts";
import { MAX_DEPTH } from "../../yaml/tree/limits.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";
import { sourceComments } from "../read/source_comments.ts";
import { fieldOf, itemsOf, parseListStep } from "./lookup.ts";
import { indexOfStep, isListStep } from "./path.ts";
import { trimSpace } from "../../text/white_space.ts";

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

function itemSlot(items: Node[], index: number): Slot {
  return {
    get node() {
      return items[index]!;
    },
    put(node) {
      items[index] = node;
    },
  };
}

function itemSlots(items: Node[]): Slot[] {
  return items.map((_, index) => itemSlot(items, index));
}

/** Only these steps recurse. More of them would exceed the engine's stack. */
const MAX_LIST_STEPS = 500;

/**
 * The slots at the end of `steps` from `slot`, none if a field on the way is missing. Throws `wrong-type`,
 * `field-not-found`, `invalid-pattern`, `yaml-syntax`, and `too-deep` for a path that is longer than any text is deep.
 */
export function matchFields(slot: Slot, steps: readonly string[], making: Making): Slot[] {
  const listSteps = steps.filter((step) => step === "*" || isListStep(step)).length;
  if (steps.length > MAX_DEPTH || listSteps > MAX_LIST_STEPS) {
    const [limit, found, what] = listSteps > MAX_LIST_STEPS
      ? [MAX_LIST_STEPS, listSteps, "steps that select elements"]
      : [MAX_DEPTH, steps.length, "steps"];
    fail("too-deep", `a path can have ${limit} ${what}, and this one has ${found}`, atPlace(slot.node));
  }
  return new Path(steps, making).follow(slot, 0);
}

class Path {
  readonly #steps: readonly string[];
  readonly #making: Making;

  constructor(steps: readonly string[], making: Making) {
    this.#steps = steps;
    this.#making = making;
  }

  /** The slots at the end, from `slot` before the step with the index `at`. */
  follow(slot: Slot, at: number): Slot[] {
    for (; at < this.#steps.length; at++) {
      const step = this.#steps[at]!;
      const index = indexOfStep(step);
      if (index !== undefined && index >= 0) {
        slot = this.#index(slot.node, index, at + 1);
      } else if (isListStep(step)) {
        return this.#elements(slot.node, step, at + 1);
      } else if (step === "*") {
        return itemSlots(itemsOf(slot.node, step)).flatMap((item) => this.follow(item, at + 1));
      } else {
        const entry = this.#field(slot.node, step, at + 1);
        if (entry === undefined) return [];
        slot = this.#slotIn(entry, at + 1);
      }
    }
    return [slot];
  }

  #field(node: Node, step: string, next: number): Entry | undefined {
    const { create } = this.#making;
    const found = step === "" ? failEmptyStep(node) : fieldOf(node, step);
    if (found !== undefined || create === undefined) return found;
    const entry = { key: new Scalar(step), value: makeNode(this.#steps[next], create) };
    // Nodes created in a null are lost, since the null stays.
    if (node.kind === "mapping") node.entries.push(entry);
    return entry;
  }

  /** The value of an entry, or the value that its text contains as YAML. Changes of the latter only affect a copy. */
  #slotIn(entry: Entry, next: number): Slot {
    const { value } = entry;
    const continuesInText = this.#making.intoTexts && value.kind === "scalar" && next < this.#steps.length;
    return continuesInText ? looseSlot(parseEmbedded(value)) : entrySlot(entry);
  }

  #index(node: Node, index: number, next: number): Slot {
    const { create } = this.#making;
    const items = itemsOf(node, String(index));
    if (index === items.length && create !== undefined) items.push(makeNode(this.#steps[next], create));
    if (index < items.length) return itemSlot(items, index);
    fail("field-not-found", `there is no element ${index}: the list has ${items.length}`, atPlace(node));
  }

  /** Elements of a list of texts match themselves, and the rest of the path is ignored. */
  #elements(node: Node, step: string, next: number): Slot[] {
    const { field, value } = parseListStep(step, node);
    const items = itemsOf(node, step);
    const found = items.length === 0 ? [] : this.#matching(items, field, value, next);
    if (found.length > 0 || this.#making.create === undefined) return found;
    const text = new Scalar(value);
    items.push(field === "" ? text : new Mapping([{ key: new Scalar(field), value: text }]));
    return this.#matching(items, field, value, next);
  }

  #matching(items: Node[], field: string, pattern: string, next: number): Slot[] {
    const regexp = compileRegexp(pattern, undefined, items[0]?.source?.growth);
    return itemSlots(items).flatMap((slot) => {
      if (field === "") return regexp.matches(comparedText(slot.node)) ? [slot] : [];
      const value = slot.node.kind === "mapping" ? slot.node.get(field) : undefined;
      const text = value === undefined ? undefined : comparedText(value);
      if (text === undefined || !regexp.matches(text)) return [];
      const found = this.follow(slot, next);
      for (const one of found) (one.matched ??= []).push(text);
      return found;
    });
  }
}

function failEmptyStep(node: Node): never {
  fail("field-not-found", "the path has an empty step", atPlace(node));
}

/** The first document in the text of a scalar. Throws `yaml-syntax`, and `wrong-type` if there is none. */
export function parseEmbedded(scalar: Scalar): Node {
  const source = new Source("embedded text", scalar.value);
  const document = parseDocument(source, { uniqueKeys: false, dialect: "v3" });
  return document ?? fail("wrong-type", "the path continues, but the string here is empty", atPlace(scalar));
}

/** The text that kyaml compares: the node as printed, with its comments. */
function comparedText(node: Node): string {
  return trimSpace(printStyled(node, sourceComments()));
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

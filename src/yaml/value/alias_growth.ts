/**
 * Measures what the aliases of a text expand to before they are followed: a few lines can expand to more than fits into
 * memory ("billion laughs"). Every parsed text is measured, for any use; the texts of a build share one limit.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Growth } from "../../diagnostics/source.ts";
import { type Alias, type Mapping, type Node, type Scalar, scalarText } from "../tree/node.ts";
import { atPlace, placeOf } from "../tree/place.ts";
import { isMergeKey } from "./merge_sources.ts";
import { grow } from "./growth.ts";

/** The size of a node with its aliases expanded. */
interface Size extends Growth {
  /** The entries of a mapping by the text of their keys; kept if it can be merged. */
  entries?: Map<string, Growth>;
}

/** A collection that is being measured. */
interface Frame {
  node: Exclude<Node, Alias | Scalar>;
  next: number;
  size: Size;
}

export class AliasMeter {
  readonly #total: Growth;
  /** Sizes of nodes with an anchor. */
  readonly #known = new Map<Node, Size>();
  /** Collections with an anchor that are being measured. */
  readonly #open = new Set<Node>();
  readonly #stack: Frame[] = [];

  /** @param total The sizes that the texts of the build have added so far. */
  constructor(total: Growth) {
    this.#total = total;
  }

  /**
   * Fails on an alias inside its own target (`recursive-alias`), and on the alias that exceeds a limit
   * (`too-many-aliases`).
   */
  measure(root: Node): void {
    this.#enter(root);
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) this.#step(frame);
  }

  #step(frame: Frame): void {
    const { node } = frame;
    const index = frame.next++;
    if (node.kind === "sequence") {
      if (index < node.items.length) this.#enter(node.items[index]!);
      else this.#leave(frame);
      return;
    }
    const entry = node.entries[index >> 1];
    if (entry === undefined) return this.#leave(frame);
    if (index % 2 === 0) return this.#enter(entry.key);
    const sources = isMergeKey(entry.key) ? mergedAliases(entry.value) : undefined;
    if (sources === undefined) this.#enter(entry.value);
    else for (const source of sources) this.#merge(source, frame, node);
  }

  #enter(node: Node): void {
    if (node.kind === "alias") return this.#count(this.#sizeOf(node), node);
    const size: Size = { nodes: 1, characters: node.kind === "scalar" ? node.value.length : 0 };
    if (node.kind !== "scalar") {
      if (node.anchor !== "") this.#open.add(node);
      this.#stack.push({ node, next: 0, size });
      return;
    }
    if (node.anchor !== "") this.#known.set(node, size);
    this.#addToParent(size);
  }

  #leave({ node, size }: Frame): void {
    this.#stack.pop();
    this.#open.delete(node);
    if (node.anchor !== "") this.#known.set(node, size);
    this.#addToParent(size);
  }

  #sizeOf(alias: Alias): Size {
    const { target, anchor } = alias;
    if (this.#open.has(target)) fail("recursive-alias", `the anchor &${anchor} contains itself`, atPlace(alias));
    return this.#known.get(target) ?? { nodes: 1, characters: 0 };
  }

  /** Adds the target of an alias to the total and to the collection that contains the alias. */
  #count(size: Growth, alias: Alias): void {
    grow(this.#total, size, "aliases", placeOf(alias));
    this.#addToParent(size);
  }

  #addToParent({ nodes, characters }: Growth): void {
    const parent = this.#stack.at(-1);
    if (parent === undefined) return;
    parent.size.nodes += nodes;
    parent.size.characters += characters;
    if (parent.node.kind !== "mapping" || parent.node.anchor === "" || parent.next % 2 === 1) return;
    // The alias is the value of the entry before `next`; keys are visited when that is odd.
    const { key } = parent.node.entries[(parent.next >> 1) - 1]!;
    entriesOf(parent.size).set(scalarText(key), { nodes: nodes + 1, characters });
  }

  /** Counts only the missing entries, however often the mapping is merged. */
  #merge(source: Alias, frame: Frame, into: Mapping): void {
    if (source.target === into) return;
    const entries = entriesOf(frame.size);
    for (const [key, size] of this.#sizeOf(source).entries ?? []) {
      const before = entries.get(key);
      if (before !== undefined && before.nodes >= size.nodes) continue;
      entries.set(key, size);
      this.#count(size, source);
    }
  }
}

function entriesOf(size: Size): Map<string, Growth> {
  return size.entries ??= new Map();
}

/** The aliases whose mappings are merged, each once; undefined if something else is merged too. */
function mergedAliases(value: Node): Set<Alias> | undefined {
  const items = value.kind === "sequence" ? value.items : [value];
  const byTarget = new Map<Node, Alias>();
  for (const item of items) {
    if (item.kind !== "alias" || item.target.kind !== "mapping") return undefined;
    byTarget.set(item.target, item);
  }
  return new Set(byTarget.values());
}

/** Expands aliases and merge keys (`<<`), as kustomize does in every resource that it reads. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Alias, Entry, Mapping, Node, Scalar } from "../tree/node.ts";
import { atPlace } from "../tree/place.ts";
import { clone } from "../tree/copy.ts";
import { MAX_DEPTH } from "../tree/limits.ts";
import { eachOnce, isMergeKey, mergeSources, refuseSecond } from "./merge_sources.ts";
import { checkUniqueKeys } from "./unique_keys.ts";

/** A collection whose contents are being expanded. */
interface ExpandFrame {
  node: Exclude<Node, Alias | Scalar>;
  next: number;
}

/**
 * Replaces aliases with copies of their targets, adds missing entries from merged mappings, and removes anchors.
 * Changes `root`, and returns it or its replacement.
 *
 * Fails on an alias inside its own target (`recursive-alias`), and on merges of anything but mappings
 * (`invalid-merge`). The limits for aliases are checked during parsing (`alias_growth.ts`).
 */
export function expandAliases(root: Node): Node {
  return new Expander().expand(root);
}

class Expander {
  readonly #stack: ExpandFrame[] = [];
  /** Anchored collections that are expanded, and those that are being expanded. */
  readonly #done = new Set<Node>();
  readonly #open = new Set<Node>();

  expand(root: Node): Node {
    const expanded = this.#enter(root);
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) this.#step(frame);
    return expanded;
  }

  /** Expands the next child of a collection; leaves the collection after the last. */
  #step(frame: ExpandFrame): void {
    const { node } = frame;
    const index = frame.next++;
    if (node.kind === "sequence") {
      if (index < node.items.length) node.items[index] = this.#enter(node.items[index]!);
      else this.#leave(node);
    } else {
      const entry = node.entries[index >> 1];
      if (entry === undefined) this.#leave(node);
      else if (index % 2 === 0) entry.key = this.#enter(entry.key);
      else entry.value = this.#enter(entry.value);
    }
  }

  /** The node that replaces this one; the contents of a collection are expanded later. */
  #enter(node: Node): Node {
    if (node.kind === "alias") return this.#replace(node);
    if (node.kind === "scalar") {
      if (node.anchor !== "") node.anchor = "";
      return node;
    }
    if (node.kind === "mapping") this.#merge(node);
    if (node.anchor !== "") this.#open.add(node);
    this.#stack.push({ node, next: 0 });
    if (this.#stack.length > 2 * MAX_DEPTH) fail("too-deep", "aliases nest collections too deeply", atPlace(node));
    return node;
  }

  #leave(node: Node): void {
    this.#stack.pop();
    if (node.anchor === "") return;
    node.anchor = "";
    this.#open.delete(node);
    this.#done.add(node);
  }

  #replace(alias: Alias): Node {
    const { target } = alias;
    if (this.#open.has(target)) fail("recursive-alias", `the anchor &${alias.anchor} contains itself`, atPlace(alias));
    const copy = clone(target);
    if (this.#done.has(target)) return copy;
    return this.#enter(copy);
  }

  /**
   * Resolves the merge keys of one mapping, including those that merged mappings bring. kustomize leaves the latter to
   * go-yaml, which does not accept repeated keys.
   */
  #merge(mapping: Mapping): void {
    for (let isBrought = false;; isBrought = true) {
      const merge = mapping.entries.find(({ key }) => isMergeKey(key));
      // kustomize drops the key by its text, even if it is quoted.
      const dropped = mapping.entries.findIndex(({ key }) => key.kind === "scalar" && key.value === "<<");
      if (dropped >= 0) mapping.entries.splice(dropped, 1);
      if (merge === undefined) return;
      refuseSecond(mapping, merge);
      const sources = mergeSources(merge.value);
      if (isBrought) sources.forEach(checkUniqueKeys);
      const recursive = sources.find((source) => source !== mapping && this.#open.has(source));
      if (recursive !== undefined) fail("recursive-alias", "this merges a mapping into itself", atPlace(merge.value));
      mapping.entries = this.#merged(mapping, sources);
      if (dropped < 0) return;
    }
  }

  /** A mapping's entries in order, repeated ones too, followed by the ones that the sources add, in theirs. */
  #merged({ entries }: Mapping, sources: Mapping[]): Entry[] {
    const own = new Set(entries.map(({ key }) => mergedKey(key)));
    const added = new Map<string, Entry>();
    for (const source of eachOnce(sources)) {
      // Of several equal keys in a source the first counts.
      const seen = new Set<string>();
      for (const entry of source.entries) {
        const key = mergedKey(entry.key);
        if (!own.has(key) && !seen.has(key)) added.set(key, entry);
        seen.add(key);
      }
    }
    return [...entries, ...[...added.values()].map(({ key, value }) => ({ key: clone(key), value: clone(value) }))];
  }
}

/**
 * The text of a key by which kustomize compares keys: that of a scalar, or the name of an alias. All other keys are
 * equal.
 */
function mergedKey(key: Node): string {
  if (key.kind === "scalar") return key.value;
  return key.kind === "alias" ? key.anchor : "";
}

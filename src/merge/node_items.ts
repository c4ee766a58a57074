/** Lists of nodes, as `pairItems` compares them. */

import { tagOf } from "../yaml/scalar/resolve.ts";
import type { Node } from "../yaml/tree/node.ts";
import type { ItemList } from "./pair_items.ts";

export class NodeItems implements ItemList {
  readonly #nodes: readonly Node[];
  readonly #meant: (text: string) => string;

  /** @param meant Translates the texts of scalars, for comparison with a list in which names differ. */
  constructor(nodes: readonly Node[], meant: (text: string) => string = (text) => text) {
    this.#nodes = nodes;
    this.#meant = meant;
  }

  get length(): number {
    return this.#nodes.length;
  }

  field(index: number, name: string): string | undefined {
    const node = this.#nodes[index];
    const value = node?.kind === "mapping" ? node.get(name) : undefined;
    return value?.kind === "scalar" ? this.#meant(value.value) : undefined;
  }

  text(index: number): string {
    return this.#text(this.#nodes[index]!);
  }

  #text(node: Node): string {
    switch (node.kind) {
      case "scalar":
        return scalarContent(tagOf(node), this.#meant(node.value));
      case "alias":
        return this.#text(node.target);
      case "sequence":
        return listContent(node.items.map((item) => this.#text(item)));
      case "mapping":
        return mapContent(node.entries.map(({ key, value }) => [this.#text(key), this.#text(value)]));
    }
  }
}

/** Texts that are only the same for equal scalars, lists and mappings. */
export function scalarContent(tag: string, value: string): string {
  return `${tag} ${JSON.stringify(value)}`;
}

export function listContent(items: readonly string[]): string {
  return `[${items.join()}]`;
}

export function mapContent(entries: readonly [key: string, value: string][]): string {
  return `{${entries.map(([key, value]) => `${key}:${value}`).sort().join()}}`;
}

/** Which item of a list is which after a step. */

import { listContent, mapContent, NodeItems, scalarContent } from "../merge/node_items.ts";
import { type ItemList, pairItems } from "../merge/pair_items.ts";
import type { Source } from "../diagnostics/source.ts";
import type { Node } from "../yaml/tree/node.ts";
import type { Field } from "./field.ts";

/** Whether each item is the old one at its index, as its name, text or place shows at once; nearly always so. */
export function areAligned(items: readonly Field[], nodes: readonly Node[]): boolean {
  return items.length === nodes.length && items.every((item, index) => isPlainlySame(item, nodes[index]!));
}

function isPlainlySame({ content, source, start }: Field, node: Node): boolean {
  if (content.kind === "scalar") return node.kind === "scalar" && node.value === content.value;
  if (content.kind !== "mapping" || node.kind !== "mapping") return false;
  const before = content.fields.get("name")?.content;
  const after = node.get("name");
  if (before === undefined && after === undefined) return source !== undefined && placeIs(node, source, start);
  return before?.kind === "scalar" && after?.kind === "scalar" && before.value === after.value;
}

function placeIs(node: Node, source: Source, start: number): boolean {
  return node.source === source && node.start === start;
}

/**
 * For each of `nodes` the old item that it was, or undefined for a new one. An item whose name has changed is still at
 * its place.
 */
export function alignItems(items: readonly Field[], nodes: readonly Node[]): (Field | undefined)[] {
  const { before } = pairItems(new FieldItems(items), new NodeItems(nodes));
  const paired = new Set(before);
  const left = new Map(items.filter((_, index) => !paired.has(index)).map((item) => [item.start, item]));
  return before.map((index, at) => {
    const node = nodes[at]!;
    const item = index < 0 ? left.get(node.start) : items[index];
    return index >= 0 || item?.source && placeIs(node, item.source, item.start) ? item : undefined;
  });
}

class FieldItems implements ItemList {
  readonly #fields: readonly Field[];

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  get length(): number {
    return this.#fields.length;
  }

  field(index: number, name: string): string | undefined {
    const content = this.#fields[index]?.content;
    const field = content?.kind === "mapping" ? content.fields.get(name)?.content : undefined;
    return field?.kind === "scalar" ? field.value : undefined;
  }

  text(index: number): string {
    return textOf(this.#fields[index]!);
  }
}

function textOf({ content }: Field): string {
  switch (content.kind) {
    case "scalar":
      return scalarContent(content.tag, content.value);
    case "deferred":
      return content.text;
    case "sequence":
      return listContent(content.items.map(textOf));
    case "mapping":
      return mapContent([...content.fields].map(([key, field]) => [scalarContent("!!str", key), textOf(field)]));
  }
}

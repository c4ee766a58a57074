/**
 * Matches the items of a list before and after a step. A strategic merge puts new items first and moves others, so
 * indexes do not help: objects are matched by the field that names them, scalars by their text.
 */

import type { Node } from "../yaml/tree/node.ts";
import type { Field } from "./field.ts";

/**
 * Fields that name the objects in Kubernetes' lists, in order of precedence. One counts if all items of a list have it,
 * each with a different value.
 */
const NAMING_FIELDS = ["name", "key", "containerPort", "port", "mountPath", "devicePath", "ip", "path", "host", "type"];

/** For each of `nodes` the old item that it was, or undefined for a new one. */
export function alignItems(items: readonly Field[], nodes: readonly Node[]): (Field | undefined)[] {
  const naming = NAMING_FIELDS.find((name) =>
    areDistinct(items.map((item) => nameOfField(item, name))) &&
    areDistinct(nodes.map((node) => nameOfNode(node, name)))
  );
  if (naming !== undefined) {
    const byName = new Map(items.map((item) => [nameOfField(item, naming), item]));
    return nodes.map((node) => byName.get(nameOfNode(node, naming)));
  }
  const texts = items.map(scalarOfField);
  if (areDistinct(texts) && areDistinct(nodes.map(scalarOfNode))) {
    const byText = new Map(items.map((item, index) => [texts[index], item]));
    return nodes.map((node) => byText.get(scalarOfNode(node)));
  }
  return nodes.map((_, index) => items[index]);
}

function areDistinct(names: readonly (string | undefined)[]): boolean {
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function nameOfField({ content }: Field, name: string): string | undefined {
  const field = content.kind === "mapping" ? content.fields.get(name) : undefined;
  return field && scalarOfField(field);
}

function nameOfNode(node: Node, name: string): string | undefined {
  const value = node.kind === "mapping" ? node.get(name) : undefined;
  return value && scalarOfNode(value);
}

function scalarOfField({ content }: Field): string | undefined {
  return content.kind === "scalar" ? content.value : undefined;
}

function scalarOfNode(node: Node): string | undefined {
  return node.kind === "scalar" ? node.value : undefined;
}

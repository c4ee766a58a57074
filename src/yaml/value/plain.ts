/** Converts nodes to JavaScript values and back. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { type Alias, Mapping, type Node, Scalar, Sequence, stringScalar } from "../tree/node.ts";
import { atPlace } from "../tree/place.ts";
import { resolveScalar, type ScalarValue } from "../scalar/resolve.ts";

/** A value without tags and styles. Mappings are Maps, so that `__proto__` is an ordinary key. */
export type Plain = ScalarValue | Plain[] | Map<string, Plain>;

/**
 * The value of a node without recursive aliases (see `expandAliases`). Fails on keys that `textOfKey` rejects
 * (`invalid-key`), by default those that are not text, and on texts that do not fit their tag (`invalid-tag`).
 */
export function toPlain(root: Node, textOfKey: (key: Node) => string = keyOf): Plain {
  // Nesting may be deep, so collections wait on a list for their contents.
  const waiting: (() => void)[] = [];
  const begin = (child: Node): Plain => {
    const node = followAlias(child);
    if (node.kind === "scalar") return resolveScalar(node).value;
    if (node.kind === "sequence") {
      const list: Plain[] = [];
      waiting.push(() => {
        for (const item of node.items) list.push(begin(item));
      });
      return list;
    }
    const map = new Map<string, Plain>();
    waiting.push(() => {
      for (const { key, value } of node.entries) map.set(textOfKey(key), begin(value));
    });
    return map;
  };
  const plain = begin(root);
  for (let fill = waiting.pop(); fill !== undefined; fill = waiting.pop()) fill();
  return plain;
}

/** The text of a key. Fails (`invalid-key`) if the key is not text. */
export function keyOf(node: Node): string {
  const key = followAlias(node);
  if (key.kind === "scalar") {
    const { tag } = resolveScalar(key);
    if (tag === "!!str" || tag === "!!merge") return key.value;
  }
  fail("invalid-key", "a key must be a string", { ...atPlace(node), hint: "put the key in quotes" });
}

/** The target of an alias; any other node itself. */
export function followAlias(node: Node): Exclude<Node, Alias> {
  let target = node;
  while (target.kind === "alias") target = target.target;
  return target;
}

/**
 * The node for a value: the inverse of `toPlain`, which also accepts objects and undefined (omitted from objects,
 * otherwise null). Strings become scalars that are always read as strings.
 */
export function fromPlain(value: unknown): Node {
  if (value === null || value === undefined) return new Scalar("null", "plain", "!!null");
  switch (typeof value) {
    case "string":
      return stringScalar(value);
    case "boolean":
      return new Scalar(String(value), "plain", "!!bool");
    case "bigint":
      return new Scalar(String(value), "plain", "!!int");
    case "number":
      return new Scalar(String(value), "plain", /[^-0-9]/.test(String(value)) ? "!!float" : "!!int");
  }
  if (Array.isArray(value)) return new Sequence(value.map((item) => fromPlain(item)));
  const entries = value instanceof Map ? [...value] : Object.entries(value as object);
  return new Mapping(
    entries.filter(([, child]) => child !== undefined)
      .map(([key, child]) => ({ key: stringScalar(String(key)), value: fromPlain(child) })),
  );
}

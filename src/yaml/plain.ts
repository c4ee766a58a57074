/** Nodes to JavaScript values and back. */

import { fail } from "../diagnostics/diagnostic.ts";
import { type Alias, atPlace, Mapping, type Node, Scalar, Sequence, stringScalar } from "./node.ts";
import { MAX_DEPTH } from "./parse_state.ts";
import { resolveScalar, type ScalarValue } from "./resolve.ts";

/** A value without tags and styles. Mappings are Maps, so that `__proto__` is a key like any other. */
export type Plain = ScalarValue | Plain[] | Map<string, Plain>;

/** A collection that is being converted, and where it has got to. */
interface Frame {
  node: Mapping | Sequence;
  value: Plain[] | Map<string, Plain>;
  next: number;
}

/**
 * The value of a node. Fails on keys that are no text, on texts whose tag they do not fit, and on nodes that contain
 * themselves, by their depth.
 */
export function toPlain(node: Node): Plain {
  const root: Plain[] = [];
  const stack: Frame[] = [{ node: new Sequence([node]), value: root, next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    if (!convertNext(stack, frame)) stack.pop();
    if (stack.length > MAX_DEPTH + 1) failOnDepth(frame.node);
  }
  return root[0]!;
}

/** Converts one entry or item; tells whether there was one. */
function convertNext(stack: Frame[], frame: Frame): boolean {
  const { node, value } = frame;
  const index = frame.next++;
  if (node.kind === "sequence") {
    if (index >= node.items.length) return false;
    (value as Plain[]).push(begin(stack, node.items[index]!));
  } else {
    const entry = node.entries[index];
    if (entry === undefined) return false;
    (value as Map<string, Plain>).set(keyOf(entry.key), begin(stack, entry.value));
  }
  return true;
}

/** A key's text. Fails (`wrong-key-type`) where the key is no text. */
function keyOf(node: Node): string {
  const key = followAlias(node);
  if (key.kind === "scalar") {
    const { tag, value } = resolveScalar(key);
    if (tag === "!!str" || tag === "!!merge") return value as string;
  }
  fail("wrong-key-type", "a key must be text", { ...atPlace(node), hint: "put the key in quotes" });
}

/** The value of a scalar; of a collection, its container, which is filled later. */
function begin(stack: Frame[], child: Node): Plain {
  const node = followAlias(child);
  if (node.kind === "scalar") return resolveScalar(node).value;
  const value: Plain[] | Map<string, Plain> = node.kind === "mapping" ? new Map() : [];
  stack.push({ node, value, next: 0 });
  return value;
}

/** The node that an alias stands for; any other node itself. */
export function followAlias(node: Node): Exclude<Node, Alias> {
  let target = node;
  while (target.kind === "alias") target = target.target;
  return target;
}

export function failOnDepth(node: Node): never {
  fail("too-deep", `collections are nested more than ${MAX_DEPTH} levels deep`, atPlace(node));
}

/**
 * The node for a value; the reverse of `toPlain`, which also takes objects and undefined (left out of objects, null elsewhere).
 * Strings become scalars that stay strings whatever they look like.
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
      return new Scalar(String(value), "plain", Number.isInteger(value) ? "!!int" : "!!float");
  }
  if (Array.isArray(value)) return new Sequence(value.map((item) => fromPlain(item)));
  const entries = value instanceof Map ? [...value] : Object.entries(value as object);
  return new Mapping(
    entries.filter(([, child]) => child !== undefined)
      .map(([key, child]) => ({ key: stringScalar(String(key)), value: fromPlain(child) })),
  );
}

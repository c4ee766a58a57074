/** Deep copies of nodes. */

import { Alias, defer, type Deferred, Mapping, type Node, Scalar, Sequence } from "./node.ts";

/** A deep copy. Aliases in it keep their targets. */
export function clone<T extends Node>(node: T): T;
export function clone(node: Node): Node {
  return copyTree(node, copyScalar);
}

/**
 * Copies a tree with replaced scalars. Nesting may be deep, so an explicit list of pending collections avoids
 * recursion.
 */
export function copyTree(root: Node, scalarFor: (scalar: Scalar) => Scalar): Node {
  const waiting: (Mapping | Sequence)[] = [];
  const begin = (node: Node): Node => {
    if (node.kind === "scalar") return scalarFor(node);
    if (node.kind === "alias") return new Alias(node.target, node.anchor, node.source, node.start);
    if (node.kind === "mapping" && node.deferred !== undefined && scalarFor === copyScalar) {
      return copyDeferred(node, node.deferred);
    }
    const copy = node.kind === "mapping" ? copyMapping(node) : copySequence(node);
    waiting.push(copy);
    return copy;
  };
  const copy = begin(root);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "mapping") {
      node.entries = node.entries.map(({ key, value }) => ({ key: begin(key), value: begin(value) }));
    } else {
      node.items = node.items.map(begin);
    }
  }
  return copy;
}

function copyScalar(node: Scalar): Scalar {
  const copy = new Scalar(node.value, node.style, node.tag, node.source, node.start);
  if (node.anchor !== "") copy.anchor = node.anchor;
  if (node.isTyped) copy.isTyped = true;
  return copy;
}

/** A shallow copy. */
function copyMapping(node: Mapping): Mapping {
  const copy = new Mapping(node.entries, node.source, node.start);
  if (node.flow) copy.flow = true;
  return copyProperties(node, copy);
}

function copyDeferred(node: Mapping, deferred: Deferred): Mapping {
  const copy = new Mapping([], node.source, node.start);
  defer(copy, deferred);
  return copyProperties(node, copy);
}

/** A shallow copy. */
function copySequence(node: Sequence): Sequence {
  const copy = new Sequence(node.items, node.source, node.start);
  if (node.flow) copy.flow = true;
  return copyProperties(node, copy);
}

function copyProperties<T extends Node>(node: T, copy: T): T {
  if (node.tag !== "") copy.tag = node.tag;
  if (node.anchor !== "") copy.anchor = node.anchor;
  return copy;
}

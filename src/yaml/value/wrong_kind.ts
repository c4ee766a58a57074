/** An error that keeps its node, for commands that print what kustomize says of it. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import { atPlace } from "../tree/place.ts";
import type { Mapping, Node } from "../tree/node.ts";
import { describeNode } from "./describe_node.ts";

export type CollectionKind = "mapping" | "list";

export class WrongKindError extends KustError {
  readonly expected: CollectionKind;
  readonly node: Node;

  constructor(what: string, expected: CollectionKind, node: Node) {
    super({ code: "wrong-type", message: `${what} a ${expected}, found ${describeNode(node)}`, ...atPlace(node) });
    this.expected = expected;
    this.node = node;
  }
}

/** @param what The beginning of the message: `'items' must be`. */
export function failWrongKind(what: string, expected: CollectionKind, node: Node): never {
  throw new WrongKindError(what, expected, node);
}

/** The node, if it is a mapping. Throws `wrong-type`, with a message about `what`, if it is not. */
export function expectMapping(node: Node, what: string): Mapping {
  return node.kind === "mapping" ? node : failWrongKind(`${what} must be`, "mapping", node);
}

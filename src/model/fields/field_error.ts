/** Errors about a field of a resource that has the wrong type for a change. */

import { type Diagnostic, fail } from "../../diagnostics/diagnostic.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import { describeNode } from "../../yaml/value/describe_node.ts";
import { describeKind } from "../../yaml/tree/describe.ts";
import { describeId } from "../res_id.ts";
import type { Resource } from "../resource.ts";

/** The field being changed, and its resource. */
export interface Location {
  /** The path as the user wrote it. */
  path: string;
  resource: Resource;
}

/** `Deployment 'web'`, for messages. */
export function describe({ resource }: Location): string {
  return describeId(resource.id);
}

/** The place of `node`, or that of the resource if the node was generated. */
export function withPlace(node: Node | undefined, { resource }: Location): Pick<Diagnostic, "place"> {
  const place = (node === undefined ? undefined : placeOf(node)) ?? resource.place;
  return { place };
}

/** Fails because `node` is of another kind than `expected`. */
export function failKind(expected: Node["kind"], node: Node, at: Location): never {
  fail(
    "wrong-type",
    `${at.path} of ${describe(at)} must be ${describeKind(expected)}, but is ${describeNode(node)}`,
    withPlace(node, at),
  );
}

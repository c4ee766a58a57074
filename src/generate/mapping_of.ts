import { Mapping, type Node, Scalar } from "../yaml/tree/node.ts";

/** Creates a mapping with these fields, in this order. */
export function mappingOf(fields: Record<string, Node>): Mapping {
  return new Mapping(Object.entries(fields).map(([key, value]) => ({ key: new Scalar(key), value })));
}

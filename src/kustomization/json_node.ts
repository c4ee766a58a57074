/** A free-form value of a configuration file as kustomize has it once the file was JSON: dates are texts, `y` is a boolean. */

import { Mapping, type Node, type Scalar, Sequence, stringScalar } from "../yaml/tree/node.ts";
import { fromPlain } from "../yaml/value/plain.ts";
import { jsonScalar } from "./json_scalar.ts";
import { dealias, jsonEntries } from "./object_reader.ts";

/** A new node with the places of the old one, free of aliases and merge keys. */
export function jsonNode(given: Node): Node {
  const node = dealias(given);
  switch (node.kind) {
    case "scalar":
      return placed(fromPlain(jsonScalar(node)) as Scalar, node);
    case "sequence":
      return new Sequence(node.items.map(jsonNode), node.source, node.start);
    case "mapping": {
      const entries = [...jsonEntries(node)].map(([name, { value }]) => {
        return { key: stringScalar(name), value: jsonNode(value) };
      });
      return new Mapping(entries, node.source, node.start);
    }
    case "alias":
      throw new Error("aliases were followed");
  }
}

function placed(scalar: Scalar, { source, start }: Scalar): Scalar {
  scalar.source = source;
  scalar.start = start;
  return scalar;
}

/** The scalars of an entry of a kustomization, to find where a value that a step wrote comes from. */

import type { Place } from "../diagnostics/diagnostic.ts";
import { addToList } from "../text/multimap.ts";
import { type Node, type Scalar, scalarText } from "../yaml/tree/node.ts";
import { placeOf } from "../yaml/tree/place.ts";

/** A scalar, and the key that it is the value of; "" in a list. */
interface Requested {
  key: string;
  scalar: Scalar;
}

/** The scalars of a request, by value. */
export class RequestedValues {
  readonly #byValue = new Map<string, Requested[]>();

  constructor(request: Node) {
    this.#add("", request);
  }

  /** The place of the only scalar with this value, or of the only one that also has this key. */
  placeOf(key: string, value: string): Place | undefined {
    const equal = this.#byValue.get(value) ?? [];
    const [only, ...others] = equal.length > 1 ? equal.filter((one) => one.key === key) : equal;
    return only === undefined || others.length > 0 ? undefined : placeOf(only.scalar);
  }

  #add(key: string, node: Node): void {
    if (node.kind === "scalar") addToList(this.#byValue, node.value, { key, scalar: node });
    else if (node.kind === "sequence") node.items.forEach((item) => this.#add("", item));
    else if (node.kind === "mapping") {
      for (const { key, value } of node.entries) this.#add(scalarText(key), value);
    }
  }
}

/** The values in an entry of a kustomization, or in a patch, to find where a value that a step wrote comes from. */

import type { Place } from "../diagnostics/diagnostic.ts";
import { addToList } from "../text/multimap.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import { placeOf } from "../yaml/tree/place.ts";

/** A value, and the key that it is the value of; "" in a list. */
interface Requested {
  key: string;
  node: Node;
}

/** The values of a request by their text, which mappings and lists do not have. */
export class RequestedValues {
  readonly #byText = new Map<string | undefined, Requested[]>();

  constructor(request: Node) {
    this.#add("", request);
  }

  /** The place of the only value with this text, or of the only one that also has this key. */
  placeOf(key: string, text: string | undefined): Place | undefined {
    const equal = this.#byText.get(text) ?? [];
    const isUnique = equal.length === 1 && text !== undefined;
    const [only, ...others] = isUnique ? equal : equal.filter((one) => one.key === key);
    return only === undefined || others.length > 0 ? undefined : placeOf(only.node);
  }

  #add(key: string, node: Node): void {
    addToList(this.#byText, node.kind === "scalar" ? node.value : undefined, { key, node });
    if (node.kind === "sequence") node.items.forEach((item) => this.#add("", item));
    else if (node.kind === "mapping") {
      for (const { key, value } of node.entries) this.#add(scalarText(key), value);
    }
  }
}

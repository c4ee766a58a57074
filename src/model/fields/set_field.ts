/** Setters for the fields that field specs lead to. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { type Mapping, type Node, Scalar } from "../../yaml/tree/node.ts";
import { isNull } from "../../yaml/scalar/resolve.ts";
import { describe, failOnKind, type Location, withPlace } from "./field_error.ts";
import { overwriteScalar } from "../../yaml/value/set_text.ts";

/** Overwrites the scalar that a path leads to. Throws `wrong-type` for a mapping or list. */
export function setScalar(node: Node, value: string, tag: string, at: Location): void {
  if (node.kind !== "scalar") failOnKind("scalar", node, at);
  overwriteScalar(node, value, tag);
}

/**
 * Puts `value` under `key` of the mapping that a path leads to: what is there is overwritten, else `value` itself becomes the
 * entry (see `set_text.ts` why that counts). Does nothing to a null, as kustomize. Throws `wrong-type` for other text, for
 * a list and for an empty key.
 */
export function setEntry(node: Node, key: string, value: Scalar, at: Location): void {
  if (node.kind === "mapping") {
    if (key === "") {
      fail(
        "wrong-type",
        `an entry without a name cannot be put into ${at.path} of ${describe(at)}`,
        withPlace(node, at),
      );
    }
    setEntryOf(node, key, value);
  } else if (!isNull(node)) failOnKind("mapping", node, at);
}

function setEntryOf(mapping: Mapping, key: string, value: Scalar): void {
  const entry = mapping.entry(key);
  if (entry === undefined) mapping.entries.push({ key: new Scalar(key), value });
  else if (entry.value.kind === "scalar") overwriteScalar(entry.value, value.value, value.tag);
  else entry.value = new Scalar(value.value, value.style, value.tag);
}

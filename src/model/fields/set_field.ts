/** Setters for the fields that field specs select. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { type Mapping, type Node, Scalar } from "../../yaml/tree/node.ts";
import { isTaggedNull } from "../../yaml/scalar/resolve.ts";
import { describe, failKind, type Location, withPlace } from "./field_error.ts";
import { isReadOtherwise } from "../../yaml/read/new_text.ts";
import { overwriteScalar } from "../../yaml/value/set_text.ts";

/** Overwrites the scalar at the end of a path. Throws `wrong-type` for a mapping or list. */
export function setScalar(node: Node, value: string, tag: string, at: Location): void {
  if (node.kind !== "scalar") failKind("scalar", node, at);
  overwriteScalar(node, value, tag);
}

/**
 * Sets `key` of the mapping at the end of a path: overwrites an existing scalar; otherwise `value` itself becomes the
 * entry (see `set_text.ts` for the reason). Like kustomize, ignores a null. Throws `wrong-type` for other text, for a
 * list and for an empty key. Returns whether there is a new entry.
 */
export function setEntry(node: Node, key: string, value: Scalar, at: Location): boolean {
  if (node.kind === "mapping") {
    if (key === "") {
      fail(
        "wrong-type",
        `cannot add an entry without a name to ${at.path} of ${describe(at)}`,
        { notes: [{ message: "the resource is here", ...withPlace(node, at) }] },
      );
    }
    return setEntryOf(node, key, value);
  }
  if (!isTaggedNull(node)) failKind("mapping", node, at);
  return false;
}

/** Sic: `value`, which may be the entry of other places already, takes the style of what it replaces. */
function setEntryOf(mapping: Mapping, key: string, value: Scalar): boolean {
  const entry = mapping.entry(key);
  if (entry === undefined) {
    if (value.style === "plain" && isReadOtherwise(value.value)) value.style = "double";
    mapping.entries.push({ key: new Scalar(key), value });
  } else if (entry.value.kind === "scalar") {
    value.style = entry.value.style;
    overwriteScalar(entry.value, value.value, value.tag);
  } else {
    value.style = "plain";
    entry.value = new Scalar(value.value, value.style, value.tag);
  }
  return entry === undefined;
}

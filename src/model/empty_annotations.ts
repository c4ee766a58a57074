/** Removes annotations that hold nothing, as kyaml does. */

import { type Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { expectMapping } from "../yaml/value/wrong_kind.ts";

/**
 * Removes `annotations` and `metadata` if they hold nothing; of several the first that does. Fails
 * (`wrong-type`) on other nodes than mappings.
 */
export function clearEmptyAnnotations(root: Node): void {
  const resource = expectMapping(root, "a resource");
  const metadata = resource.get("metadata");
  if (metadata !== undefined && !isNull(metadata)) removeEmpty(expectMapping(metadata, "metadata"), "annotations");
  removeEmpty(resource, "metadata");
}

/** Whether `clearEmptyAnnotations` may change or refuse an object. */
export function mayClearAnnotations(root: Mapping): boolean {
  const metadata = root.get("metadata");
  return metadata?.kind !== "mapping" || emptyAt(metadata, "annotations") >= 0 || emptyAt(root, "metadata") >= 0;
}

/** Removes the first field of a name that holds nothing. */
function removeEmpty(mapping: Mapping, field: string): void {
  const at = emptyAt(mapping, field);
  if (at >= 0) mapping.entries.splice(at, 1);
}

function emptyAt({ entries }: Mapping, field: string): number {
  return entries.findIndex(({ key, value }) => scalarText(key) === field && !hasContents(value));
}

/** A scalar has none in kyaml either. */
function hasContents(node: Node): boolean {
  if (node.kind === "mapping") return node.entries.length > 0;
  return node.kind === "sequence" && node.items.length > 0;
}

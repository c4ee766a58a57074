/** Top-level keys of a resource that are null. An empty key without a tag is a text there. */

import { isNull } from "../scalar/resolve.ts";
import { clone } from "../tree/copy.ts";
import { type Entry, type Mapping, scalarText } from "../tree/node.ts";

export function isNullKey({ key }: Entry): boolean {
  return key.kind === "scalar" && isNull(key) && key.value + key.tag !== "";
}

/** kustomize expands aliases by setting each key again. It does not find one that is null, and adds it. */
export function repeatNullKeys({ entries }: Mapping): void {
  for (const { key, value } of entries.filter(isNullKey)) {
    if (scalarText(key) !== "") entries.push({ key: clone(key), value: clone(value) });
  }
}

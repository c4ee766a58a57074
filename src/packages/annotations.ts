/** Sets and removes annotations of a document with the styles and the side effects of kyaml. */

import { clearEmptyAnnotations } from "../model/empty_annotations.ts";
import { expectMapping } from "../yaml/value/wrong_kind.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { firstEntries } from "../yaml/value/unique_keys.ts";
import { type Entry, Mapping, type Node, Scalar, scalarText } from "../yaml/tree/node.ts";

/** The metadata that kyaml reads; "" for missing fields. */
export interface Meta {
  apiVersion: string;
  kind: string;
  name: string;
  namespace: string;
  annotations: ReadonlyMap<string, string>;
}

export function metaOf(root: Node): Meta {
  const metadata = fieldOf(root, "metadata");
  return {
    apiVersion: valueOf(fieldOf(root, "apiVersion")),
    kind: valueOf(fieldOf(root, "kind")),
    name: valueOf(fieldOf(metadata, "name")),
    namespace: valueOf(fieldOf(metadata, "namespace")),
    annotations: annotationsOf(root),
  };
}

export function annotationsOf(root: Node): Map<string, string> {
  const annotations = new Map<string, string>();
  const field = fieldOf(fieldOf(root, "metadata"), "annotations");
  if (field?.kind !== "mapping") return annotations;
  for (const [name, { value }] of firstEntries(field)) annotations.set(name, valueOf(value));
  return annotations;
}

/**
 * Appends the annotation in single quotes, or replaces its value and keeps the style. Fails (`wrong-type`) if a node is
 * not a mapping.
 */
export function setAnnotation(root: Node, name: string, value: string): void {
  clearEmptyAnnotations(root);
  const annotations = mappingIn(mappingIn(expectMapping(root, "a resource"), "metadata"), "annotations");
  const there = annotations.entry(name);
  if (there === undefined) {
    annotations.entries.push({ key: new Scalar(name), value: new Scalar(value, "single", "!!str") });
  } else {
    const style = there.value.kind === "scalar" ? there.value.style : "plain";
    there.value = new Scalar(value, style, "!!str");
  }
}

export function clearAnnotation(root: Node, name: string): void {
  const metadata = expectMapping(root, "a resource").get("metadata");
  if (metadata === undefined || isNull(metadata)) return;
  const annotations = expectMapping(metadata, "metadata").get("annotations");
  if (annotations === undefined || isNull(annotations)) return;
  expectMapping(annotations, "metadata.annotations").delete(name);
}

function mappingIn(mapping: Mapping, field: string): Mapping {
  const value = mapping.get(field);
  if (value !== undefined) return expectMapping(value, field);
  const made = new Mapping();
  const entry: Entry = { key: new Scalar(field), value: made };
  mapping.entries.push(entry);
  return made;
}

function fieldOf(node: Node | undefined, field: string): Node | undefined {
  return node?.kind === "mapping" ? node.get(field) : undefined;
}

function valueOf(node: Node | undefined): string {
  return isNull(node) ? "" : scalarText(node);
}

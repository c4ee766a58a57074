/**
 * The object of a resource as kustomize holds it: with its history among the annotations, in the order in which
 * kustomize has written them.
 */

import { Source } from "../../diagnostics/source.ts";
import { historyAnnotations } from "../../history/history_annotations.ts";
import type { Resource } from "../../model/resource.ts";
import { newText } from "../../yaml/read/new_text.ts";
import { type Entry, keyTexts, Mapping, type Node, Scalar, scalarText } from "../../yaml/tree/node.ts";
import { AnnotationLog } from "./annotation_log.ts";
import { failUnhashable } from "./unhashable.ts";

export function goNode(resource: Resource): Mapping {
  const { node, history } = resource;
  const log = logOf(resource);
  const texts = historyAnnotations(history);
  const entries = node.entries.map(({ key, value }) => ({
    key,
    value: scalarText(key) === "metadata" ? withAnnotations(value, log, texts) : value,
  }));
  const text = node.entry("kind")?.key.source;
  if (text === undefined) return generated(entries);
  // An object that has been read back is at the start of its text; its own place is for messages.
  return text === node.source ? withEntries(node, entries) : new Mapping(entries, text);
}

function logOf({ node, history }: Resource): AnnotationLog {
  const [first, ...steps] = history.steps ?? [];
  if (first?.changes.needsHash !== true) return failUnhashable("a function has changed the object", node);
  if (history.isConverted) failUnhashable("kustomize has converted it, or a patch of it, on the way", node);
  const log = new AnnotationLog(first);
  if (!steps.every((step) => log.add(step))) failUnhashable("its annotations have been replaced", node);
  return log;
}

/** The metadata with the texts of the history added to its annotations. */
function withAnnotations(metadata: Node, log: AnnotationLog, texts: ReadonlyMap<string, string>): Node {
  if (metadata.kind !== "mapping") return failUnhashable("its metadata is not a mapping", metadata);
  const field = metadata.entry("annotations");
  const old = field?.value.kind === "mapping" ? field.value : new Mapping();
  log.update({ metadata: keyTexts(metadata), annotations: keyTexts(old) });
  const annotations = log.annotations.map((key) => {
    const text = texts.get(key);
    if (text === undefined) return entryOf(old, key);
    return { key: new Scalar(key), value: log.isQuoted(key) ? new Scalar(text, "single", "!!str") : newText(text) };
  });
  const all = { key: field?.key ?? new Scalar("annotations"), value: withEntries(old, annotations) };
  return withEntries(metadata, log.metadata.map((key) => key === "annotations" ? all : entryOf(metadata, key)));
}

function entryOf(mapping: Mapping, key: string): Entry {
  return mapping.entry(key) ?? failUnhashable(`its annotation '${key}' has been removed`, mapping);
}

/** A copy of a mapping with other entries. */
function withEntries(mapping: Mapping, entries: Entry[]): Mapping {
  const copy = new Mapping(entries, mapping.source, mapping.start);
  copy.flow = mapping.flow;
  copy.tag = mapping.tag;
  return copy;
}

/** The text with which kustomize's generators begin. */
const BEGINNING = new Source("a generator", "\napiVersion: v1\nkind: ConfigMap\n");

/** An object whose keys a generator has made: what is left of the text of the generator has places in it. */
function generated(entries: Entry[]): Mapping {
  const placed = entries.map(({ key, value }) => {
    const name = scalarText(key);
    if (name !== "apiVersion" && name !== "kind") return { key, value };
    const start = BEGINNING.text.indexOf(name);
    return {
      key: inBeginning(key, start),
      value: isOriginal(value) ? inBeginning(value, start + `${name}: `.length) : value,
    };
  });
  return new Mapping(placed, BEGINNING, 1);
}

function inBeginning(node: Node, start: number): Scalar {
  return new Scalar(scalarText(node), "plain", "", BEGINNING, start);
}

/** A value that has been overwritten has a place, or no tag. */
function isOriginal({ source, tag }: Node): boolean {
  return source === undefined && tag !== "";
}

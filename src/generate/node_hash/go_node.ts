/**
 * The object of a resource as kustomize holds it: with its history among the annotations, in the order in which
 * kustomize has written them.
 */

import { Source } from "../../diagnostics/source.ts";
import { historyAnnotations } from "../../history/history_annotations.ts";
import type { Resource } from "../../model/resource.ts";
import { fieldsNamed } from "../../model/text_map.ts";
import { groupBy } from "../../text/multimap.ts";
import { expandAliases } from "../../yaml/value/expand.ts";
import { newText } from "../../yaml/read/new_text.ts";
import {
  type Entry,
  keyTexts,
  Mapping,
  type Node,
  Scalar,
  type ScalarStyle,
  scalarText,
} from "../../yaml/tree/node.ts";
import { AnnotationLog, occurrenceOf } from "./annotation_log.ts";
import type { TextFacts } from "./text_facts.ts";
import { failUnhashable } from "./unhashable.ts";

export function goNode(resource: Resource, facts: TextFacts): Mapping {
  const { node, history } = resource;
  const log = logOf(resource);
  const texts = historyAnnotations(history);
  const given = log.isGiven ? annotationsIn(facts.of(node).read, texts) : undefined;
  // Of repeated fields the first counts.
  const metadata = node.entry("metadata");
  const entries = node.entries.map((entry) => {
    const { key, value } = entry;
    return entry === metadata
      ? { key, value: facts.copied(withAnnotations(value, log, texts, given, facts), value) }
      : entry;
  });
  const text = node.entry("kind")?.key.source;
  if (text === undefined) return facts.copied(generated(entries), node);
  // An object that has been read back is at the start of its text; its own place is for messages.
  return facts.copied(text === node.source ? withEntries(node, entries) : new Mapping(entries, text), node);
}

function logOf({ node, history }: Resource): AnnotationLog {
  const [first, ...steps] = history.steps ?? [];
  if (first?.changes.needsHash !== true) return failUnhashable("a function has changed the object", node);
  if (history.isConverted) failUnhashable("kustomize has converted it, or a patch of it, on the way", node);
  const log = new AnnotationLog(first);
  if (!steps.every((step) => log.add(step))) failUnhashable("its annotations have been replaced", node);
  return log;
}

/** The annotations that an object was read with: of repeated ones those with its history. */
function annotationsIn(root: Node | undefined, texts: ReadonlyMap<string, string>): Entry | undefined {
  const metadata = root?.kind === "mapping" ? root.get("metadata") : undefined;
  const fields = fieldsNamed(metadata?.kind === "mapping" ? metadata : undefined, "annotations")
    .map(({ key, value }) => ({ key, value: expandAliases(value) }));
  return fields.find((field) => mappingOf(field).entries.some(({ key }) => texts.has(scalarText(key)))) ?? fields[0];
}

/**
 * The metadata with the texts of the history added to its annotations.
 *
 * @param given The annotations as the user has written them, if they have the history.
 */
function withAnnotations(
  metadata: Node,
  log: AnnotationLog,
  texts: ReadonlyMap<string, string>,
  given: Entry | undefined,
  facts: TextFacts,
): Node {
  if (metadata.kind !== "mapping") return failUnhashable("its metadata is not a mapping", metadata);
  const field = metadata.entry("annotations");
  const old = mappingOf(field);
  log.update({ metadata: keyTexts(metadata), annotations: keyTexts(old) });
  const byKey = groupBy(old.entries, ({ key }) => scalarText(key));
  const annotations = log.annotations.map((numbered) => {
    const { key, nth } = occurrenceOf(numbered);
    const text = texts.get(key);
    // The first with history is not in the object.
    const index = text === undefined ? nth : nth - 1;
    if (text === undefined || index >= 0) return byKey.get(key)?.[index] ?? failRemoved(key, old);
    const [first, ...others] = fieldsNamed(mappingOf(given), key);
    if (first === undefined) return { key: new Scalar(key), value: historyText(text, log.styleOf(key)) };
    // Of repeated ones the last counts, but the first gets a new text.
    const { value } = others.at(-1) ?? first;
    return scalarText(value) === text ? first : withText(first, text);
  });
  const { key } = given ?? field ?? { key: new Scalar("annotations") };
  const all = { key, value: facts.copied(withEntries(mappingOf(given ?? field), annotations), old) };
  const others = metadata.entries.filter((entry) => entry !== field);
  const before = log.metadata[log.metadata.indexOf("annotations") - 1];
  return withEntries(metadata, others.toSpliced(others.findIndex(({ key }) => scalarText(key) === before) + 1, 0, all));
}

/** A new text keeps the style of the old one. */
function withText({ key, value }: Entry, text: string): Entry {
  return value.kind === "scalar" ? { key, value: historyText(text, value.style) } : { key, value };
}

function historyText(text: string, style: ScalarStyle | undefined): Scalar {
  return style === undefined ? newText(text) : new Scalar(text, style, "!!str");
}

function mappingOf(field: Entry | undefined): Mapping {
  return field?.value.kind === "mapping" ? field.value : new Mapping();
}

function failRemoved(key: string, annotations: Mapping): never {
  return failUnhashable(`its annotation '${key}' has been removed`, annotations);
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

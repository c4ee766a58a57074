/** The fields of one resource with their writers, kept up to date by comparing the resource after each step. */

import type { Place } from "../diagnostics/diagnostic.ts";
import { tagOf } from "../yaml/scalar/resolve.ts";
import {
  type Deferred,
  type Entry,
  type Mapping,
  type Node,
  type Scalar,
  scalarText,
  type Sequence,
} from "../yaml/tree/node.ts";
import { placeOf } from "../yaml/tree/place.ts";
import { alignItems, areAligned } from "./align.ts";
import type { DeferredContent, Field, FieldContent } from "./field.ts";
import { RequestedValues } from "./requested_values.ts";
import type { KeyPlaces, Step, ValueSources } from "./step.ts";

/** Records the fields that a step created. */
export class FieldRecorder {
  readonly #step: Step;
  readonly #sources: ValueSources;
  #keyPlaces: KeyPlaces | undefined;
  #requested: RequestedValues | undefined;

  /** @param sources Are read if something has changed. */
  constructor(step: Step, sources: ValueSources = {}) {
    this.#step = step;
    this.#sources = sources;
  }

  /** The recorder for what comes from a template of a chart. */
  of(template: string): FieldRecorder {
    return new FieldRecorder({ ...this.#step, template });
  }

  /** The fields of a new node. */
  record(node: Node, key = ""): Field {
    const field: Field = { writers: [], content: this.#contentOf(node), source: node.source, start: node.start };
    this.#write(field, undefined, key, placeOf(node));
    return field;
  }

  /** Brings `field` to the state of `node`; a step that changed nothing leaves no writer. */
  update(field: Field, node: Node, key = ""): void {
    const { content } = field;
    if (node.kind === "mapping" && node.deferred === undefined && content.kind === "mapping") {
      this.#updateMapping(content.fields, node);
    } else if (node.kind === "sequence" && content.kind === "sequence") {
      content.items = this.#updateItems(content.items, node);
    } else if (!isSame(content, node)) {
      this.#replace(field, node, key);
      return;
    }
    field.source = node.source;
    field.start = node.start;
  }

  #replace(field: Field, node: Node, key: string): void {
    const before = textOf(field);
    // Some steps overwrite a scalar in place, and keep the place of the old value.
    const isNew = node.source !== field.source || node.start !== field.start;
    field.content = this.#contentOf(node);
    field.source = node.source;
    field.start = node.start;
    this.#write(field, before, key, isNew ? placeOf(node) : undefined);
  }

  #write(field: Field, before: string | undefined, key: string, placeOfNode: Place | undefined): void {
    const after = textOf(field);
    const place = this.#placeOfKey(key) ?? placeOfNode ?? this.#requestedPlace(key, after);
    field.writers.push({ step: this.#step, place, before, after });
  }

  #placeOfKey(key: string): Place | undefined {
    if (this.#sources.keyPlaces === undefined) return undefined;
    return (this.#keyPlaces ??= this.#sources.keyPlaces()).get(key);
  }

  #requestedPlace(key: string, value: string | undefined): Place | undefined {
    const { request = this.#sources.written?.() } = this.#sources;
    return request && (this.#requested ??= new RequestedValues(request)).placeOf(key, value);
  }

  #contentOf(node: Node): Field["content"] {
    switch (node.kind) {
      case "scalar":
        return { kind: "scalar", value: node.value, tag: tagOf(node) };
      case "alias":
        return this.#contentOf(node.target);
      case "sequence":
        return { kind: "sequence", items: node.items.map((item) => this.record(item)) };
      case "mapping":
        return node.deferred === undefined ? this.#mappingOf(node.entries) : this.#deferredOf(node.deferred);
    }
  }

  #mappingOf(entries: readonly Entry[]): FieldContent {
    const fields = new Map<string, Field>();
    for (const { key, value } of entries) fields.set(scalarText(key), this.record(value, scalarText(key)));
    return { kind: "mapping", fields };
  }

  #deferredOf(deferred: Deferred): DeferredContent {
    let expanded: FieldContent | undefined;
    return { kind: "deferred", text: deferred.text, expand: () => expanded ??= this.#mappingOf(deferred.read()) };
  }

  #updateMapping(fields: Map<string, Field>, node: Mapping): void {
    if (fields.size === node.entries.length && this.#updateInOrder(fields, node)) return;
    const entries = entriesOf(node.entries);
    for (const key of fields.keys()) if (!entries.has(key)) fields.delete(key);
    for (const [key, value] of entries) {
      const field = fields.get(key);
      if (field === undefined) fields.set(key, this.record(value, key));
      else this.update(field, value, key);
    }
  }

  /** For as many fields as the node has. Returns false if the keys are others, or in another order. */
  #updateInOrder(fields: ReadonlyMap<string, Field>, { entries }: Mapping): boolean {
    let index = 0;
    let isSameOrder = true;
    fields.forEach((field, name) => {
      const { key, value } = entries[index++]!;
      isSameOrder &&= scalarText(key) === name;
      if (isSameOrder) this.update(field, value, name);
    });
    return isSameOrder;
  }

  #updateItems(items: Field[], node: Sequence): Field[] {
    if (areAligned(items, node.items)) {
      for (const [index, field] of items.entries()) this.update(field, node.items[index]!);
      return items;
    }
    const old = alignItems(items, node.items);
    return node.items.map((item, index) => {
      const field = old[index];
      if (field === undefined) return this.record(item);
      this.update(field, item);
      return field;
    });
  }
}

/** Of a key that occurs twice the last one counts, as in the output. */
function entriesOf(entries: readonly Entry[]): Map<string, Node> {
  return new Map(entries.map(({ key, value }) => [scalarText(key), value]));
}

function isSame(content: Field["content"], node: Node): boolean {
  if (content.kind === "scalar") return node.kind === "scalar" && isSameScalar(content, node);
  if (content.kind === "deferred") return node.kind === "mapping" && node.deferred?.text === content.text;
  return false;
}

function isSameScalar({ value, tag }: { value: string; tag: string }, scalar: Scalar): boolean {
  return scalar.value === value && tagOf(scalar) === tag;
}

function textOf({ content }: Field): string | undefined {
  return content.kind === "scalar" ? content.value : undefined;
}

/** The fields of one resource with their writers, kept up to date by comparing the resource after each step. */

import type { Place } from "../diagnostics/diagnostic.ts";
import { tagOf } from "../yaml/scalar/resolve.ts";
import {
  type Deferred,
  type Entry,
  type Mapping,
  type Node,
  placeOf,
  type Scalar,
  type Sequence,
} from "../yaml/tree/node.ts";
import { alignItems } from "./align.ts";
import type { DeferredContent, Field, FieldContent } from "./field.ts";
import type { KeyPlaces, Step } from "./step.ts";

/** Records the fields that a step created. */
export class FieldRecorder {
  readonly #step: Step;
  readonly #keyPlaces: KeyPlaces | undefined;

  constructor(step: Step, keyPlaces?: KeyPlaces) {
    this.#step = step;
    this.#keyPlaces = keyPlaces;
  }

  /** The fields of a new node. */
  record(node: Node, key = ""): Field {
    const field: Field = { writers: [], content: this.#contentOf(node), seenAt: placeOf(node) };
    this.#write(field, undefined, this.#keyPlaces?.get(key) ?? field.seenAt);
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
    field.seenAt = placeOf(node);
  }

  #replace(field: Field, node: Node, key: string): void {
    const before = textOf(field);
    const place = placeOf(node);
    // Some steps overwrite a scalar in place, and keep the place of the old value.
    const isNew = place !== undefined && !isSamePlace(place, field.seenAt);
    field.content = this.#contentOf(node);
    field.seenAt = place;
    this.#write(field, before, this.#keyPlaces?.get(key) ?? (isNew ? place : undefined));
  }

  #write(field: Field, before: string | undefined, place: Place | undefined): void {
    field.writers.push({ step: this.#step, place, before, after: textOf(field) });
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
    const fields = [...entriesOf(entries)].map(([key, value]) => [key, this.record(value, key)] as const);
    return { kind: "mapping", fields: new Map(fields) };
  }

  #deferredOf({ text, read }: Deferred): DeferredContent {
    let expanded: FieldContent | undefined;
    return { kind: "deferred", text, expand: () => expanded ??= this.#mappingOf(read()) };
  }

  #updateMapping(fields: Map<string, Field>, node: Mapping): void {
    const entries = entriesOf(node.entries);
    for (const key of fields.keys()) if (!entries.has(key)) fields.delete(key);
    for (const [key, value] of entries) {
      const field = fields.get(key);
      if (field === undefined) fields.set(key, this.record(value, key));
      else this.update(field, value, key);
    }
  }

  #updateItems(items: readonly Field[], node: Sequence): Field[] {
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
  return new Map(entries.map(({ key, value }) => [key.kind === "scalar" ? key.value : "", value]));
}

function isSame(content: Field["content"], node: Node): boolean {
  if (content.kind === "scalar") return node.kind === "scalar" && isSameScalar(content, node);
  if (content.kind === "deferred") return node.kind === "mapping" && node.deferred?.text === content.text;
  return false;
}

function isSameScalar({ value, tag }: { value: string; tag: string }, scalar: Scalar): boolean {
  return scalar.value === value && tagOf(scalar) === tag;
}

function isSamePlace(a: Place, b: Place | undefined): boolean {
  return a.source === b?.source && a.offset === b.offset;
}

function textOf({ content }: Field): string | undefined {
  return content.kind === "scalar" ? content.value : undefined;
}

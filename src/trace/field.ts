/** A field of a resource and the steps that set it. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import type { Step } from "./step.ts";

/** A step that set a field, and what it changed. */
export interface Writer {
  /** The step. */
  step: Step;
  /** Where the value is written; undefined if the step computed it, as for a hash. */
  place: Place | undefined;
  /** The text of the scalar before the step; undefined for a mapping or sequence, and for a new field. */
  before: string | undefined;
  /** The text of the scalar after the step; undefined for a mapping or sequence. */
  after: string | undefined;
}

export type FieldContent =
  | { kind: "scalar"; value: string; tag: string }
  | { kind: "mapping"; fields: Map<string, Field> }
  | { kind: "sequence"; items: Field[] };

/** A mapping whose entries have not been read (see `Mapping.deferred`). `expand` records its fields on demand. */
export interface DeferredContent {
  kind: "deferred";
  text: string;
  expand(): FieldContent;
}

/** A field after the last step. */
export interface Field {
  /** Oldest first; the last one set the value. */
  writers: Writer[];
  content: FieldContent | DeferredContent;
  /** The last place of the value's node, to distinguish a new place from one that survived a change. */
  source: Source | undefined;
  start: number;
}

/** The content of a field, with the fields of a deferred mapping. */
export function contentOf({ content }: Field): FieldContent {
  return content.kind === "deferred" ? content.expand() : content;
}

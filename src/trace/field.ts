/** A field of a resource and the steps that set it. */

import type { Place } from "../diagnostics/diagnostic.ts";
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

/** A field as the last step left it. */
export interface Field {
  /** Oldest first; the last one set the value. */
  writers: Writer[];
  /** `deferred` stands for a mapping that nobody has looked into (see `Mapping.deferred`). */
  content:
    | { kind: "scalar"; value: string; tag: string }
    | { kind: "deferred"; text: string }
    | { kind: "mapping"; fields: Map<string, Field> }
    | { kind: "sequence"; items: Field[] };
  /** Where the node of the value was, to tell a new place from one that outlived a change. */
  seenAt: Place | undefined;
}

/** Adds annotations, to templates too where the field specs say so. */

import type { FieldSpec } from "../model/fields/spec.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setEntries } from "./entries.ts";
import type { Transformer } from "./transformer.ts";

export interface AnnotationsSettings {
  annotations: ReadonlyMap<string, string>;
  fieldSpecs: readonly FieldSpec[];
}

export class AnnotationsTransformer implements Transformer {
  readonly #settings: AnnotationsSettings;

  constructor(settings: AnnotationsSettings) {
    this.#settings = settings;
  }

  transform(set: ResourceSet): void {
    setEntries(set, this.#settings.annotations, this.#settings.fieldSpecs);
  }
}

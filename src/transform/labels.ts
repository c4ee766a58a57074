/** Adds labels, to selectors and templates too where the field specs say so. */

import type { FieldSpec } from "../model/fields/spec.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setEntries } from "./entries.ts";
import type { Transformer } from "./transformer.ts";

export interface LabelSettings {
  labels: ReadonlyMap<string, string>;
  fieldSpecs: readonly FieldSpec[];
}

export class LabelTransformer implements Transformer {
  readonly #settings: LabelSettings;

  constructor(settings: LabelSettings) {
    this.#settings = settings;
  }

  transform(set: ResourceSet): void {
    setEntries(set, this.#settings.labels, this.#settings.fieldSpecs);
  }
}

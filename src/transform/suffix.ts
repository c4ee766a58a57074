/** Puts a text behind names. */

import type { FieldSpec } from "../model/fields/spec.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { addAffix } from "./name_affix.ts";
import type { Transformer } from "./transformer.ts";

export interface SuffixSettings {
  suffix: string;
  fieldSpecs: readonly FieldSpec[];
}

export class SuffixTransformer implements Transformer {
  readonly #settings: SuffixSettings;

  constructor(settings: SuffixSettings) {
    this.#settings = settings;
  }

  transform(set: ResourceSet): void {
    const { suffix, fieldSpecs } = this.#settings;
    addAffix(set, {
      isEmpty: suffix === "",
      change: (text) => text + suffix,
      remember: ({ history }) => history.suffixes.push(suffix),
    }, fieldSpecs);
  }
}

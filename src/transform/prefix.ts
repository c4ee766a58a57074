/** Puts a text in front of names. */

import type { FieldSpec } from "../model/fields/spec.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { addAffix } from "./name_affix.ts";
import type { Transformer } from "./transformer.ts";

export interface PrefixSettings {
  prefix: string;
  fieldSpecs: readonly FieldSpec[];
}

export class PrefixTransformer implements Transformer {
  readonly #settings: PrefixSettings;

  constructor(settings: PrefixSettings) {
    this.#settings = settings;
  }

  transform(set: ResourceSet): void {
    const { prefix, fieldSpecs } = this.#settings;
    addAffix(set, {
      isEmpty: prefix === "",
      change: (text) => prefix + text,
      remember: ({ history }) => history.prefixes.push(prefix),
    }, fieldSpecs);
  }
}

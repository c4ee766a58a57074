/**
 * The fields of a kustomization file, decoded for a build. Names and shapes are kustomize's (api/types) and follow from the field
 * table: lists are empty and texts "" if the field is absent. `node` is where the value was written, for messages.
 */

import type { FieldSpec } from "../model/fields/spec.ts";
import type { Selector } from "../model/selector.ts";
import type { Mapping } from "../yaml/tree/node.ts";
import type * as changes from "./change_fields.ts";
import type { Built, Text, TextMap } from "./field_type.ts";
import type { kustomization } from "./fields.ts";
import type * as generators from "./generator_fields.ts";

export type { FieldSpec, Selector, Text, TextMap };

/** `node` is the whole file. */
export type Kustomization = Built<typeof kustomization> & { node: Mapping };

export type Label = Built<typeof changes.label>;
export type Patch = Built<typeof changes.patch>;
export type Image = Built<typeof changes.image>;
export type Replica = Built<typeof changes.replica>;
export type Var = Built<typeof changes.variable>;
/** An entry of `replacements`: a file by path, or a replacement itself. */
export type ReplacementEntry = Built<typeof changes.replacementEntry>;
export type Replacement = Built<typeof changes.replacement>;
export type ReplacementSource = Built<typeof changes.replacementSource>;
export type ReplacementTarget = Built<typeof changes.replacementTarget>;
export type ReplacementOptions = Built<typeof changes.replacementOptions>;
/** A target of a ValueAddTransformer. */
export type ValueAddTarget = Built<typeof changes.valueAddTarget>;
export type SortOptions = Built<typeof changes.sortOptions>;

export type GeneratorOptions = Built<typeof generators.generatorOptions>;
/** What ConfigMaps and Secrets have in common. */
export type GeneratorArgs = Built<typeof generators.configMapArgs>;
export type ConfigMapArgs = GeneratorArgs;
export type SecretArgs = Built<typeof generators.secretArgs>;
export type HelmGlobals = Built<typeof generators.helmGlobals>;
export type HelmChart = Built<typeof generators.helmChart>;

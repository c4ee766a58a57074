/**
 * The fields of a kustomization file, decoded for a build. Names and shapes are kustomize's (api/types) and derived
 * from the field table. Absent lists are empty and absent texts "". `node` is the place of the value, for messages.
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
/** An entry of `replacements`: the path of a file, or an inline replacement. */
export type ReplacementEntry = Built<typeof changes.replacementEntry>;
export type Replacement = Built<typeof changes.replacement>;
export type ReplacementSource = Built<typeof changes.replacementSource>;
export type ReplacementTarget = Built<typeof changes.replacementTarget>;
export type ReplacementOptions = Built<typeof changes.replacementOptions>;
/** A target of a ValueAddTransformer. */
export type ValueAddTarget = Built<typeof changes.valueAddTarget>;
export type SortOptions = Built<typeof changes.sortOptions>;

export type GeneratorOptions = Built<typeof generators.generatorOptions>;
/** The common arguments of ConfigMaps and Secrets. */
export type GeneratorArgs = Built<typeof generators.configMapArgs>;
export type ConfigMapArgs = GeneratorArgs;
export type SecretArgs = Built<typeof generators.secretArgs>;
export type HelmGlobals = Built<typeof generators.helmGlobals>;
export type HelmChart = Built<typeof generators.helmChart>;

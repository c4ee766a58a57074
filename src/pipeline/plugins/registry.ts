/**
 * The registry of built-in generators and transformers: a row per kind. The rows determine the kinds that can be
 * configured, the order in which fields of a kustomization take effect, and the paths in settings that are localized
 * and fetched.
 *
 * Start-up takes most of the time of a small build, so only code that most builds need is imported statically.
 */

import { jsonPatchSettings, patch, replacementEntry } from "../../kustomization/change_fields.ts";
import { field, list, placedText, struct } from "../../kustomization/field.ts";
import type { StructType } from "../../kustomization/field_type.ts";
import { configMapArgs, helmChart, helmGlobals, secretArgs } from "../../kustomization/generator_fields.ts";
import type { Kustomization } from "../../kustomization/types.ts";
import { prefixTransformer, suffixTransformer } from "../../transform/affix.ts";
import { annotationsTransformer, labelTransformer } from "../../transform/metadata_entries.ts";
import { namespaceTransformer } from "../../transform/namespace.ts";
import type { FieldTransformerKind, TransformerKind } from "../../transform/transform.ts";
import type { FieldGeneratorKind, GeneratorKind } from "../context/generate.ts";
import { configMapGenerator, secretGenerator } from "./data_generators.ts";

/** A row for a kind that no field of a kustomization configures. */
interface PluginRow<Code> {
  kind: string;
  load(): Code | Promise<Code>;
  /** The settings that hold paths. */
  settings?: StructType;
  fields?: undefined;
}

/** A row for a kind that any of some fields of a kustomization configures. */
export interface FieldRow<Code> extends Omit<PluginRow<Code>, "fields"> {
  fields: readonly (keyof Kustomization)[];
}

export type GeneratorRow = PluginRow<GeneratorKind> | FieldRow<FieldGeneratorKind>;
export type TransformerRow = PluginRow<TransformerKind> | FieldRow<FieldTransformerKind>;

/** In kustomize's order of the fields. */
export const GENERATORS: readonly GeneratorRow[] = [
  {
    kind: "ConfigMapGenerator",
    fields: ["configMapGenerator"],
    load: () => configMapGenerator,
    settings: configMapArgs,
  },
  {
    kind: "SecretGenerator",
    fields: ["secretGenerator"],
    load: () => secretGenerator,
    settings: secretArgs,
  },
  {
    kind: "HelmChartInflationGenerator",
    fields: ["helmCharts"],
    load: async () => (await import("./helm.ts")).helmChartGenerator,
    settings: struct({ ...helmChart.fields, ...helmGlobals.fields }),
  },
  {
    kind: "IAMPolicyGenerator",
    load: async () => (await import("./iam_policy.ts")).iamPolicyGenerator,
  },
];

/** In kustomize's order of the fields. */
export const TRANSFORMERS: readonly TransformerRow[] = [
  {
    kind: "PatchStrategicMergeTransformer",
    fields: ["patchesStrategicMerge"],
    load: async () =>
      (await import("../../transform/patches/patches_strategic_merge.ts")).patchStrategicMergeTransformer,
    settings: struct({ paths: field(list(placedText), { paths: "patches" }) }),
  },
  {
    kind: "PatchTransformer",
    fields: ["patches"],
    load: async () => (await import("../../transform/patches/patches.ts")).patchTransformer,
    settings: patch,
  },
  { kind: "NamespaceTransformer", fields: ["namespace"], load: () => namespaceTransformer },
  { kind: "PrefixTransformer", fields: ["namePrefix"], load: () => prefixTransformer },
  { kind: "SuffixTransformer", fields: ["nameSuffix"], load: () => suffixTransformer },
  { kind: "LabelTransformer", fields: ["labels", "commonLabels"], load: () => labelTransformer },
  { kind: "AnnotationsTransformer", fields: ["commonAnnotations"], load: () => annotationsTransformer },
  {
    kind: "PatchJson6902Transformer",
    fields: ["patchesJson6902"],
    load: async () => (await import("../../transform/patches/patches_json6902.ts")).patchJson6902Transformer,
    settings: jsonPatchSettings,
  },
  {
    kind: "ReplicaCountTransformer",
    fields: ["replicas"],
    load: async () => (await import("../../transform/replicas.ts")).replicaCountTransformer,
  },
  {
    kind: "ImageTagTransformer",
    fields: ["images"],
    load: async () => (await import("../../transform/images.ts")).imageTagTransformer,
  },
  {
    kind: "ReplacementTransformer",
    fields: ["replacements"],
    load: async () => (await import("../../transform/replacements/replacements.ts")).replacementTransformer,
    settings: struct({ replacements: list(replacementEntry) }),
  },
  {
    kind: "HashTransformer",
    load: async () => (await import("../../transform/hash_transformer.ts")).hashTransformer,
  },
  {
    kind: "PrefixSuffixTransformer",
    load: async () => (await import("../../transform/affix.ts")).prefixSuffixTransformer,
  },
  {
    kind: "ValueAddTransformer",
    load: async () => (await import("../../transform/value_add.ts")).valueAddTransformer,
    settings: struct({ targetFilePath: field(placedText, { paths: "uncopied file" }) }),
  },
];

/** The row of a kind, which may be any text. */
export function rowOf<Row extends { kind: string }>(rows: readonly Row[], kind: string): Row | undefined {
  return rows.find((row) => row.kind === kind);
}

/** The known settings of a built-in plugin: undefined for one without paths. */
export function settingsOf({ apiVersion, kind }: { apiVersion: string; kind: string }): StructType | undefined {
  return apiVersion === "builtin" ? rowOf([...GENERATORS, ...TRANSFORMERS], kind)?.settings : undefined;
}

/** The rows that fields of `kustomization` configure. */
export function rowsOfFields<Code>(
  rows: readonly (PluginRow<unknown> | FieldRow<Code>)[],
  kustomization: Kustomization,
): FieldRow<Code>[] {
  return rows.filter((row) => row.fields !== undefined)
    .filter(({ fields }) => fields.some((field) => isFilled(kustomization[field])));
}

function isFilled(value: unknown): boolean {
  if (value instanceof Map) return value.size > 0;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

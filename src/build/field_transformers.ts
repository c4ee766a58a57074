/** The transformers that the fields of a kustomization ask for, in kustomize's order. */

import { mergeFieldSpecs } from "../kustomization/merge_configs.ts";
import type { TransformerConfig } from "../kustomization/transformer_config.ts";
import type { FieldSpec, Kustomization, Label } from "../kustomization/types.ts";
import { AnnotationsTransformer } from "../transform/annotations.ts";
import { ImageTagTransformer } from "../transform/images.ts";
import { LabelTransformer } from "../transform/labels.ts";
import { loadReplacements } from "../transform/load_replacements.ts";
import { makePatch, makePatchJson6902, makePatchStrategicMerge } from "../transform/make_patch.ts";
import { NamespaceTransformer } from "../transform/namespace.ts";
import { PrefixTransformer } from "../transform/prefix.ts";
import { ReplacementTransformer } from "../transform/replacements.ts";
import { ReplicaCountTransformer } from "../transform/replicas.ts";
import { SuffixTransformer } from "../transform/suffix.ts";
import type { Transformer } from "../transform/transformer.ts";
import { configureContext } from "./plugins.ts";
import type { Target } from "./target.ts";

/** A transformer, and how many of which kind kustomize would make for it. */
export interface FieldTransformer {
  kind: string;
  count: number;
  transformer: Transformer;
}

export function fieldTransformers(target: Target, config: TransformerConfig): FieldTransformer[] {
  const { kustomization } = target;
  const { namespace, namePrefix, nameSuffix, commonAnnotations, replicas, images, replacements } = kustomization;
  const { patchesStrategicMerge, patches, patchesJson6902 } = kustomization;
  const context = configureContext(target);
  const transformers: FieldTransformer[] = [];
  const add = (kind: string, count: number, make: () => Transformer) => {
    if (count > 0) transformers.push({ kind, count, transformer: make() });
  };
  add("PatchStrategicMergeTransformer", patchesStrategicMerge.length === 0 ? 0 : 1, () => {
    return makePatchStrategicMerge(patchesStrategicMerge, { value: "" }, context);
  });
  for (const patch of patches) add("PatchTransformer", 1, () => makePatch(patch, context));
  add("NamespaceTransformer", namespace === "" ? 0 : 1, () => {
    return new NamespaceTransformer({ namespace, fieldSpecs: config.namespace });
  });
  add("PrefixTransformer", namePrefix === "" ? 0 : 1, () => {
    return new PrefixTransformer({ prefix: namePrefix, fieldSpecs: config.namePrefix });
  });
  add("SuffixTransformer", nameSuffix === "" ? 0 : 1, () => {
    return new SuffixTransformer({ suffix: nameSuffix, fieldSpecs: config.nameSuffix });
  });
  transformers.push(...labelTransformers(kustomization, config));
  add("AnnotationsTransformer", commonAnnotations.size === 0 ? 0 : 1, () => {
    return new AnnotationsTransformer({ annotations: commonAnnotations, fieldSpecs: config.commonAnnotations });
  });
  for (const patch of patchesJson6902) add("PatchJson6902Transformer", 1, () => makePatchJson6902(patch, context));
  add("ReplicaCountTransformer", replicas.length, () => {
    return new ReplicaCountTransformer({ replicas, fieldSpecs: config.replicas });
  });
  add("ImageTagTransformer", images.length, () => {
    return new ImageTagTransformer({ images, fieldSpecs: config.images });
  });
  add("ReplacementTransformer", replacements.length === 0 ? 0 : 1, () => {
    return new ReplacementTransformer(loadReplacements(replacements, context.readText));
  });
  return transformers;
}

/** One for each entry of `labels`, and one for `commonLabels`, which is there even where only `labels` is given. */
function labelTransformers({ labels, commonLabels }: Kustomization, config: TransformerConfig): FieldTransformer[] {
  if (labels.length === 0 && commonLabels.size === 0) return [];
  const all = labels.map((label) => ({ labels: label.pairs, fieldSpecs: labelFieldSpecs(label, config) }));
  all.push({ labels: commonLabels, fieldSpecs: config.commonLabels });
  return all.map((settings) => ({ kind: "LabelTransformer", count: 1, transformer: new LabelTransformer(settings) }));
}

const METADATA_LABELS: FieldSpec = { path: "metadata/labels", create: true };

function labelFieldSpecs(label: Label, config: TransformerConfig): readonly FieldSpec[] {
  const own = mergeFieldSpecs(label.fields, config.labels);
  if (label.includeSelectors) return mergeFieldSpecs(own, config.commonLabels);
  const withTemplates = label.includeTemplates ? mergeFieldSpecs(own, config.templateLabels) : own;
  return mergeFieldSpecs(withTemplates, [METADATA_LABELS]);
}

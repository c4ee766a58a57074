/**
 * The transformers that the fields of a kustomization ask for, in kustomize's order.
 *
 * Start-up is most of a small build: the code of patches, images, replicas and replacements is loaded where there are some.
 */

import { mergeFieldSpecs } from "../kustomization/merge_configs.ts";
import type { TransformerConfig } from "../kustomization/transformer_config.ts";
import type { FieldSpec, Kustomization, Label } from "../kustomization/types.ts";
import { prefix, suffix } from "../transform/affix.ts";
import { annotations, labels } from "../transform/metadata_entries.ts";
import { namespace as setNamespace } from "../transform/namespace.ts";
import type { Transform } from "../transform/transform.ts";
import { configureContext } from "./plugins/configure_context.ts";
import type { Target } from "./context/target.ts";

/** A transformer, and how many of which kind kustomize would make for it. */
export interface FieldTransformer {
  kind: string;
  count: number;
  transform: Transform;
}

export async function fieldTransformers(target: Target, config: TransformerConfig): Promise<FieldTransformer[]> {
  const { kustomization } = target;
  const changes = await changesBeforeNames(target);
  changes.push(...nameTransformers(kustomization, config), ...labelTransformers(kustomization, config));
  const { commonAnnotations } = kustomization;
  if (commonAnnotations.size > 0) {
    const settings = { annotations: commonAnnotations, fieldSpecs: config.commonAnnotations };
    changes.push(one("AnnotationsTransformer", annotations(settings)));
  }
  changes.push(...await changesAfterLabels(target, config));
  return changes;
}

function one(kind: string, transform: Transform): FieldTransformer {
  return { kind, count: 1, transform };
}

async function changesBeforeNames(target: Target): Promise<FieldTransformer[]> {
  const { patchesStrategicMerge, patches } = target.kustomization;
  if (patchesStrategicMerge.length + patches.length === 0) return [];
  const { makePatch, makePatchStrategicMerge } = await import("../transform/patches/make_patch.ts");
  const context = configureContext(target);
  const changes: FieldTransformer[] = [];
  if (patchesStrategicMerge.length > 0) {
    const merge = makePatchStrategicMerge(patchesStrategicMerge, { value: "" }, context);
    changes.push(one("PatchStrategicMergeTransformer", merge));
  }
  for (const patch of patches) changes.push(one("PatchTransformer", makePatch(patch, context)));
  return changes;
}

function nameTransformers({ namespace, namePrefix, nameSuffix }: Kustomization, config: TransformerConfig) {
  const changes: FieldTransformer[] = [];
  if (namespace !== "") {
    changes.push(one("NamespaceTransformer", setNamespace({ namespace, fieldSpecs: config.namespace })));
  }
  if (namePrefix !== "") {
    const settings = { prefix: namePrefix, fieldSpecs: config.namePrefix };
    changes.push(one("PrefixTransformer", prefix(settings)));
  }
  if (nameSuffix !== "") {
    const settings = { suffix: nameSuffix, fieldSpecs: config.nameSuffix };
    changes.push(one("SuffixTransformer", suffix(settings)));
  }
  return changes;
}

async function changesAfterLabels(target: Target, config: TransformerConfig): Promise<FieldTransformer[]> {
  const { patchesJson6902, replicas, images, replacements } = target.kustomization;
  const context = configureContext(target);
  const changes: FieldTransformer[] = [];
  if (patchesJson6902.length > 0) {
    const { makePatchJson6902 } = await import("../transform/patches/make_patch.ts");
    for (const patch of patchesJson6902) {
      changes.push(one("PatchJson6902Transformer", makePatchJson6902(patch, context)));
    }
  }
  if (replicas.length > 0) {
    const module = await import("../transform/replicas.ts");
    const transform = module.replicas({ replicas, fieldSpecs: config.replicas });
    changes.push({ kind: "ReplicaCountTransformer", count: replicas.length, transform });
  }
  if (images.length > 0) {
    const module = await import("../transform/images.ts");
    const transform = module.images({ images, fieldSpecs: config.images });
    changes.push({ kind: "ImageTagTransformer", count: images.length, transform });
  }
  if (replacements.length > 0) {
    const { loadReplacements } = await import("../transform/replacements/load.ts");
    const module = await import("../transform/replacements/replacements.ts");
    const transform = module.replacements(loadReplacements(replacements, context.readText));
    changes.push(one("ReplacementTransformer", transform));
  }
  return changes;
}

/** One for each entry of `labels`, and one for `commonLabels`, which is there even where only `labels` is given. */
function labelTransformers(kustomization: Kustomization, config: TransformerConfig): FieldTransformer[] {
  const { labels: entries, commonLabels } = kustomization;
  if (entries.length === 0 && commonLabels.size === 0) return [];
  const all = entries.map((label) => ({ labels: label.pairs, fieldSpecs: labelFieldSpecs(label, config) }));
  all.push({ labels: commonLabels, fieldSpecs: config.commonLabels });
  return all.map((settings) => one("LabelTransformer", labels(settings)));
}

const METADATA_LABELS: FieldSpec = { path: "metadata/labels", create: true };

function labelFieldSpecs(label: Label, config: TransformerConfig): readonly FieldSpec[] {
  const own = mergeFieldSpecs(label.fields, config.labels);
  if (label.includeSelectors) return mergeFieldSpecs(own, config.commonLabels);
  const withTemplates = label.includeTemplates ? mergeFieldSpecs(own, config.templateLabels) : own;
  return mergeFieldSpecs(withTemplates, [METADATA_LABELS]);
}

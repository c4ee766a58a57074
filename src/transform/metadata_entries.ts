/** Adds labels and annotations, to selectors and templates too if the field specs say so. */

import { type FieldSpec, FieldSpecs, type NewField } from "../model/fields/spec.ts";
import { noteSharedId } from "../model/resource.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setEntry } from "../model/fields/set_field.ts";
import { Scalar } from "../yaml/tree/node.ts";
import { grow } from "../yaml/value/growth.ts";
import { withHistoryExposed } from "../history/expose.ts";
import { METADATA_LABELS } from "../kustomization/config/default_field_specs.ts";
import { mergeFieldSpecs } from "../kustomization/config/merge_configs.ts";
import type { TransformerConfig } from "../kustomization/config/transformer_config.ts";
import type { Label } from "../kustomization/types.ts";
import { type FieldTransformerKind, readFieldSpecs, type Transform } from "./transform.ts";

export const labelTransformer: FieldTransformerKind = {
  configure: (settings) => labels({ labels: settings.textMap("labels"), fieldSpecs: readFieldSpecs(settings) }),
  fromFields({ labels: entries, commonLabels, node }, config) {
    const all = entries.map((entry) => ({
      transform: labels({ labels: entry.pairs, fieldSpecs: labelFieldSpecs(entry, config) }),
      node: entry.node,
    }));
    // kustomize creates one for `commonLabels` even if there are only `labels`.
    const common = labels({ labels: commonLabels, fieldSpecs: config.commonLabels });
    return [...all, { transform: common, node: node.get("commonLabels") }];
  },
};

export const annotationsTransformer: FieldTransformerKind = {
  configure: (settings) =>
    annotations({ annotations: settings.textMap("annotations"), fieldSpecs: readFieldSpecs(settings) }),
  fromFields: ({ commonAnnotations }, config) => [
    { transform: annotations({ annotations: commonAnnotations, fieldSpecs: config.commonAnnotations }) },
  ],
};

export interface LabelSettings {
  labels: ReadonlyMap<string, string>;
  fieldSpecs: readonly FieldSpec[];
}

export interface AnnotationsSettings {
  annotations: ReadonlyMap<string, string>;
  fieldSpecs: readonly FieldSpec[];
}

export function labels({ labels, fieldSpecs }: LabelSettings): Transform {
  return (set) => setEntries(set, labels, fieldSpecs);
}

export function annotations({ annotations, fieldSpecs }: AnnotationsSettings): Transform {
  return (set) => setEntries(set, annotations, fieldSpecs);
}

const ANNOTATIONS = ["metadata", "annotations"];

/** Keys that a field spec can add to the metadata, or to the object itself, as parts of its id. */
const ID_KEYS = ["name", "namespace", "kind", "apiVersion"];

const MAPPING: NewField = { kind: "mapping", tag: "!!map" };

function labelFieldSpecs(label: Label, config: TransformerConfig): readonly FieldSpec[] {
  const own = mergeFieldSpecs(label.fields, config.labels);
  if (label.includeSelectors) return mergeFieldSpecs(own, config.commonLabels);
  const withTemplates = label.includeTemplates ? mergeFieldSpecs(own, config.templateLabels) : own;
  const all = label.includeVolumeClaimTemplates
    ? mergeFieldSpecs(withTemplates, config.volumeClaimTemplateLabels)
    : withTemplates;
  return mergeFieldSpecs(all, [METADATA_LABELS]);
}

/**
 * Sets `entries`, sorted by key, in each mapping that `fieldSpecs` select. Limits how many are new, since their number
 * is the product of entries and resources.
 */
export function setEntries(
  set: ResourceSet,
  entries: ReadonlyMap<string, string>,
  fieldSpecs: readonly FieldSpec[],
): void {
  if (entries.size === 0) return;
  const sorted = [...entries].sort(([a], [b]) => compareCodePoints(a, b));
  const specs = new FieldSpecs(fieldSpecs);
  // In kustomize a resource with a history has annotations, so that a spec need not create them.
  const shown = fieldSpecs.some(({ path, create }) => !create && path === ANNOTATIONS.join("/")) ? ANNOTATIONS : [];
  for (const resource of set.resources) {
    const added = { nodes: 0, characters: 0 };
    withHistoryExposed(resource, shown, () => {
      // One key after the other, each through all specs: a field created for one key exists for the specs of the next.
      for (const [key, value] of sorted) {
        // One node per resource and key, shared by all its fields: see `set_text.ts`.
        const scalar = new Scalar(value, "plain", "!!str");
        if (ID_KEYS.includes(key)) noteSharedId(resource);
        specs.visit(resource, MAPPING, (node, at) => {
          if (!setEntry(node, key, scalar, at)) return;
          added.nodes++;
          added.characters += key.length + value.length;
        });
      }
    });
    grow(set.growth, added, "labels and annotations", resource.place);
  }
}

/** Merges the field specs of a kustomization with those of its bases and files. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { gvkIsSelected } from "../../model/gvk.ts";
import { gvkSortText } from "../../model/gvk_order.ts";
import { addToList, groupBy } from "../../text/multimap.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import {
  EMPTY_TRANSFORMER_CONFIG,
  mapSpecLists,
  type NameBackReference,
  type TransformerConfig,
  transformerConfig,
} from "./transformer_config.ts";
import type { FieldSpec } from "../types.ts";

/** kustomize's own specs plus those of `configurations:` files, which are merged with each other first. */
export function withConfigurations(
  builtIn: TransformerConfig,
  files: readonly TransformerConfig[],
): TransformerConfig {
  return mergeTransformerConfigs(builtIn, files.reduce(mergeTransformerConfigs, EMPTY_TRANSFORMER_CONFIG));
}

/**
 * Adds the specs of `added` that `base` does not have. Throws `conflicting-field-specs` if both have a spec for the
 * same field and kind but with a different `create`.
 */
export function mergeTransformerConfigs(base: TransformerConfig, added: TransformerConfig): TransformerConfig {
  // Nearly every kustomization has kustomize's own specs, which its bases have already contributed.
  if (base === added || added === EMPTY_TRANSFORMER_CONFIG) return base;
  if (base === EMPTY_TRANSFORMER_CONFIG && added.isBuiltIn) return added;
  const lists = mapSpecLists((list) => mergeFieldSpecs(base[list], added[list]));
  return transformerConfig({ ...lists, nameReference: mergeReferences(base.nameReference, added.nameReference) });
}

/**
 * Adds each spec of `added` unless it selects an existing one with the same path. Throws `conflicting-field-specs` if
 * that has a different `create`.
 */
export function mergeFieldSpecs(base: readonly FieldSpec[], added: readonly FieldSpec[]): readonly FieldSpec[] {
  if (added.length === 0) return base;
  const merged = [...base];
  const known = new Map<string, FieldSpec[]>();
  for (const spec of base) addToIndex(known, spec);
  for (const spec of added) {
    const same = known.get(indexKey(spec.path, spec.kind))?.find((other) => gvkIsSelected(other, spec));
    if (same !== undefined) {
      if (same.create !== spec.create) failConflict(same, spec);
      continue;
    }
    merged.push(spec);
    addToIndex(known, spec);
  }
  return merged;
}

/** A spec of a kind selects only those of its kind, one without selects all: `crds` may have the same path of any kind. */
function addToIndex(index: Map<string, FieldSpec[]>, spec: FieldSpec): void {
  addToList(index, indexKey(spec.path, ""), spec);
  if (spec.kind) addToList(index, indexKey(spec.path, spec.kind), spec);
}

function indexKey(path: string, kind = ""): string {
  return `${kind}\0${path}`;
}

function mergeReferences(
  base: readonly NameBackReference[],
  added: readonly NameBackReference[],
): readonly NameBackReference[] {
  if (added.length === 0) return base;
  const merged = new Map(base.map((reference) => [gvkSortText(reference), reference]));
  for (const [key, references] of groupBy(added, gvkSortText)) {
    const [first, ...rest] = [merged.get(key) ?? [], references].flat();
    const fieldSpecs = mergeFieldSpecs(first!.fieldSpecs, rest.flatMap((reference) => reference.fieldSpecs));
    merged.set(key, { ...first, fieldSpecs });
  }
  return [...merged.values()];
}

function failConflict(spec: FieldSpec, other: FieldSpec): never {
  const [own, rival] = other.node === undefined ? [spec, other] : [other, spec];
  const of = own.kind === "" ? "every kind" : own.kind;
  const whose = rival.node === undefined ? "kustomize's own" : "another one";
  fail("conflicting-field-specs", `the field spec for '${own.path}' of ${of} conflicts with ${whose}`, {
    ...atPlace(own.node),
    notes: [
      { message: `this one has 'create: ${own.create}'` },
      { message: `${whose} has 'create: ${rival.create}'`, ...atPlace(rival.node) },
    ],
    hint: rival.node === undefined
      ? `set its 'create' to ${rival.create}, or delete it, because kustomize already has the spec`
      : "delete one of the two, or use the same 'create' in both",
  });
}

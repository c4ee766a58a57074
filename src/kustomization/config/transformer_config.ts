/**
 * The field specs of a kustomization: kustomize's own, those of its `configurations:` and `crds:`, and those of its
 * bases, merged.
 */

import { compareTexts } from "../../text/compare.ts";
import { gvkSortText, KINDS_FIRST, KINDS_LAST, rankKinds } from "../../model/gvk_order.ts";
import type { Gvk } from "../../model/gvk.ts";
import type { FieldSpec } from "../types.ts";

/** The fields that hold names of resources of a kind. */
export interface NameBackReference extends Partial<Gvk> {
  fieldSpecs: readonly FieldSpec[];
}

/** Lists are sorted by gvk. Immutable: merging creates new values. */
export interface TransformerConfig extends Readonly<Record<SpecList, readonly FieldSpec[]>> {
  /** The lists are exactly kustomize's own, in which no spec occurs twice. */
  readonly isBuiltIn?: true;
  readonly nameReference: readonly NameBackReference[];
}

/** The fields that are plain lists of field specs. */
const SPEC_LISTS = [
  "namePrefix",
  "nameSuffix",
  "namespace",
  "commonLabels",
  "labels",
  "templateLabels",
  "volumeClaimTemplateLabels",
  "commonAnnotations",
  "varReference",
  "images",
  "replicas",
] as const;

export type SpecList = typeof SPEC_LISTS[number];

export const EMPTY_TRANSFORMER_CONFIG: TransformerConfig = { ...mapSpecLists(() => []), nameReference: [] };

/** An object with `specsOf(list)` for each list. */
export function mapSpecLists(
  specsOf: (list: SpecList) => readonly FieldSpec[],
): Record<SpecList, readonly FieldSpec[]> {
  const lists: Partial<Record<SpecList, readonly FieldSpec[]>> = {};
  for (const list of SPEC_LISTS) lists[list] = specsOf(list);
  return lists as Record<SpecList, readonly FieldSpec[]>;
}

/** `part` with empty lists for missing ones. Lists are sorted when they are first read: a small build reads few. */
export function transformerConfig(part: Partial<TransformerConfig>): TransformerConfig {
  const config: TransformerConfig = { ...EMPTY_TRANSFORMER_CONFIG, ...part };
  for (const list of SPEC_LISTS) sortLater(config, list);
  sortLater(config, "nameReference");
  return config;
}

function sortLater(config: TransformerConfig, list: SpecList | "nameReference"): void {
  const unsorted: readonly Partial<Gvk>[] = config[list];
  if (unsorted.length < 2) return;
  const replace = (property: PropertyDescriptor) =>
    // It stays configurable and enumerable.
    Object.defineProperty(config, list, property);
  replace({
    get() {
      const value = unsorted.toSorted(compareGvks);
      replace({ value });
      return value;
    },
  });
}

let ranks: ReadonlyMap<string, number> | undefined;

function compareGvks(a: Partial<Gvk>, b: Partial<Gvk>): number {
  ranks ??= rankKinds(KINDS_FIRST, KINDS_LAST);
  return (ranks.get(a.kind ?? "") ?? 0) - (ranks.get(b.kind ?? "") ?? 0) ||
    compareTexts(gvkSortText(a), gvkSortText(b));
}

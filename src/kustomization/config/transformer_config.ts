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

/** `part` with its lists sorted, and empty lists for missing ones. */
export function transformerConfig(part: Partial<TransformerConfig>): TransformerConfig {
  return sorted({ ...EMPTY_TRANSFORMER_CONFIG, ...part });
}

function sorted(config: TransformerConfig): TransformerConfig {
  const ranks = rankKinds(KINDS_FIRST, KINDS_LAST);
  const byGvk = (a: Partial<Gvk>, b: Partial<Gvk>) =>
    (ranks.get(a.kind ?? "") ?? 0) - (ranks.get(b.kind ?? "") ?? 0) || compareTexts(gvkSortText(a), gvkSortText(b));
  return {
    ...config,
    ...mapSpecLists((list) => config[list].toSorted(byGvk)),
    nameReference: config.nameReference.toSorted(byGvk),
  };
}

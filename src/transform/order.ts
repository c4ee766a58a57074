/** Sorts resources into the order of the output. */

import { fail } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { SortOptions } from "../kustomization/types.ts";
import { gvkToString } from "../model/gvk.ts";
import { compareTexts } from "../text/compare.ts";
import { sortLikeGo } from "../text/go_sort.ts";
import { gvkSortText, KINDS_FIRST, KINDS_LAST, rankKinds } from "../model/gvk_order.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";

const ORDERS = ["fifo", "legacy"];

/** Sorts `set`; the order `fifo` keeps it unchanged. Throws `invalid-value`. */
export function sortResources(set: ResourceSet, options: SortOptions): void {
  validate(options);
  const { order, legacySortOptions } = options;
  if (order !== "legacy") return;
  const { orderFirst, orderLast } = legacySortOptions ?? { orderFirst: KINDS_FIRST, orderLast: KINDS_LAST };
  const ranks = rankKinds(orderFirst, orderLast);
  const keys = new Map(set.resources.map((resource) => [resource, sortKey(resource, ranks)]));
  set.sort((resources) => sortLikeGo(resources, (a, b) => compareKeys(keys.get(a)!, keys.get(b)!)));
}

interface SortKey {
  rank: number;
  gvk: string;
  isNamespace: boolean;
  isCoreGroup: boolean;
  id: string;
}

function sortKey({ id }: Resource, ranks: ReadonlyMap<string, number>): SortKey {
  const { gvk, namespace, name } = id;
  return {
    rank: ranks.get(gvk.kind) ?? 0,
    gvk: gvkSortText(gvk),
    isNamespace: gvk.kind === "Namespace",
    isCoreGroup: gvk.group === "",
    id: `${gvkToString(gvk)}|${namespace || "~X"}|${name || "~N"}`,
  };
}

/**
 * A core Namespace comes before one of another group, although otherwise the empty group sorts last. So the order of
 * Namespaces and kinds between these is not transitive.
 */
function compareKeys(a: SortKey, b: SortKey): number {
  if (a.gvk === b.gvk) return compareTexts(a.id, b.id);
  if (a.rank !== b.rank) return a.rank - b.rank;
  const isReversed = a.isNamespace && b.isNamespace && (a.isCoreGroup || b.isCoreGroup);
  return isReversed ? compareTexts(b.gvk, a.gvk) : compareTexts(a.gvk, b.gvk);
}

function validate({ order, legacySortOptions, node }: SortOptions): void {
  const at = atPlace(partOf(node, "order"));
  if (!ORDERS.includes(order)) {
    fail(
      "invalid-value",
      `sortOptions.order must be fifo or legacy, ${order === "" ? "but is missing" : `but is '${order}'`}`,
      {
        ...at,
        hint: didYouMean(nearest(order, ORDERS)),
      },
    );
  }
  if (order === "fifo" && legacySortOptions !== undefined) {
    fail(
      "invalid-value",
      "sortOptions.legacySortOptions requires 'order: legacy', but the order is fifo",
      at,
    );
  }
}

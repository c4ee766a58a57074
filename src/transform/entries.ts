/** What labels and annotations have in common: texts put into the mappings that field specs lead to. */

import { type FieldSpec, FieldSpecs, type NewField } from "../model/fields/spec.ts";
import { compareTexts } from "../model/gvk_order.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setEntry } from "../model/fields/set_field.ts";
import { stringScalar } from "../yaml/tree/node.ts";
import { withHistoryShown } from "../history/shown_history.ts";

const ANNOTATIONS = ["metadata", "annotations"];

const MAPPING: NewField = { kind: "mapping", tag: "!!map" };

/** Puts `entries`, sorted by key, into each mapping that `fieldSpecs` lead to. */
export function setEntries(
  set: ResourceSet,
  entries: ReadonlyMap<string, string>,
  fieldSpecs: readonly FieldSpec[],
): void {
  if (entries.size === 0) return;
  const sorted = [...entries].sort(([a], [b]) => compareTexts(a, b));
  const specs = new FieldSpecs(fieldSpecs);
  // In kustomize a resource with a history has annotations, so that a spec need not make them.
  const shown = fieldSpecs.some(({ path, create }) => !create && path === ANNOTATIONS.join("/")) ? ANNOTATIONS : [];
  for (const resource of set.resources) {
    withHistoryShown(resource, shown, () => {
      // One key after the other, each through all specs: a field that one makes is there for the specs of the next.
      for (const [key, value] of sorted) {
        // One node per resource and key, wherever it is added: see `set_text.ts`.
        const scalar = stringScalar(value);
        specs.visit(resource, MAPPING, (node, at) => setEntry(node, key, scalar, at));
      }
    });
  }
}

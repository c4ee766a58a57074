/** Adds labels and annotations, to selectors and templates too if the field specs say so. */

import { type FieldSpec, FieldSpecs, type NewField } from "../model/fields/spec.ts";
import { compareTexts } from "../text/compare.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setEntry } from "../model/fields/set_field.ts";
import { stringScalar } from "../yaml/tree/node.ts";
import { withHistoryShown } from "../history/shown_history.ts";
import type { Transform } from "./transform.ts";

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

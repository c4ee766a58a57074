/** What name prefixes and suffixes have in common. */

import { type FieldSpec, type NewField, PreparedFieldSpec } from "../model/fields/spec.ts";
import { type Gvk, gvkIsSelected } from "../model/gvk.ts";
import { type Resource, textOf } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setScalar } from "../model/fields/set_field.ts";

/** Kinds whose names mean something outside of the build. */
const UNTOUCHED: readonly Partial<Gvk>[] = [
  { kind: "CustomResourceDefinition" },
  { group: "apiregistration.k8s.io", kind: "APIService" },
  { kind: "Namespace" },
];

const TEXT: NewField = { kind: "scalar", tag: "!!str" };

/** An addition to names: `change` makes the new text of a field, `remember` notes it in the history of a resource. */
export interface NameAffix {
  isEmpty: boolean;
  change(text: string): string;
  remember(resource: Resource): void;
}

/** Applies `affix` to the fields that `fieldSpecs` lead to. Specs select by the kind that a resource had at first. */
export function addAffix(set: ResourceSet, affix: NameAffix, fieldSpecs: readonly FieldSpec[]): void {
  const specs = fieldSpecs.map((spec) => new PreparedFieldSpec(spec));
  for (const resource of set.resources) {
    const { gvk } = resource.originalId;
    if (UNTOUCHED.some((selector) => gvkIsSelected(gvk, selector))) continue;
    for (const prepared of specs) {
      if (gvkIsSelected(gvk, prepared.spec)) addAffixTo(resource, affix, prepared);
    }
  }
}

function addAffixTo(resource: Resource, affix: NameAffix, prepared: PreparedFieldSpec): void {
  if (prepared.spec.path === "metadata/name" && !affix.isEmpty) {
    affix.remember(resource);
    resource.storePreviousId();
  }
  if (!gvkIsSelected(resource.id.gvk, prepared.spec)) return;
  prepared.visit(resource, TEXT, (node, at) => setScalar(node, affix.change(textOf(node)), "", at));
  resource.identityChanged();
}

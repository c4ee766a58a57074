/** Adds prefixes and suffixes to names. */

import { type FieldSpec, type NewField, PreparedFieldSpec } from "../model/fields/spec.ts";
import { type Gvk, gvkIsSelected } from "../model/gvk.ts";
import { type Resource, textOf } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setScalar } from "../model/fields/set_field.ts";
import type { Transform } from "./transform.ts";

/** Kinds whose names mean something outside of the build. */
const UNTOUCHED: readonly Partial<Gvk>[] = [
  { kind: "CustomResourceDefinition" },
  { group: "apiregistration.k8s.io", kind: "APIService" },
  { kind: "Namespace" },
];

const TEXT: NewField = { kind: "scalar", tag: "!!str" };

export interface PrefixSettings {
  prefix: string;
  fieldSpecs: readonly FieldSpec[];
}

export interface SuffixSettings {
  suffix: string;
  fieldSpecs: readonly FieldSpec[];
}

export function prefix({ prefix, fieldSpecs }: PrefixSettings): Transform {
  const affix: Affix = {
    isEmpty: prefix === "",
    change: (text) => prefix + text,
    record: ({ history }) => history.prefixes.push(prefix),
  };
  return (set) => addAffix(set, affix, fieldSpecs);
}

export function suffix({ suffix, fieldSpecs }: SuffixSettings): Transform {
  const affix: Affix = {
    isEmpty: suffix === "",
    change: (text) => text + suffix,
    record: ({ history }) => history.suffixes.push(suffix),
  };
  return (set) => addAffix(set, affix, fieldSpecs);
}

/** An addition to names: `change` makes the new text of a field, `record` adds it to the history of a resource. */
interface Affix {
  isEmpty: boolean;
  change(text: string): string;
  record(resource: Resource): void;
}

/** Applies `affix` to the fields that `fieldSpecs` lead to. Specs select by the kind that a resource had at first. */
function addAffix(set: ResourceSet, affix: Affix, fieldSpecs: readonly FieldSpec[]): void {
  const specs = fieldSpecs.map((spec) => new PreparedFieldSpec(spec));
  for (const resource of set.resources) {
    const { gvk } = resource.originalId;
    if (UNTOUCHED.some((selector) => gvkIsSelected(gvk, selector))) continue;
    for (const prepared of specs) {
      if (gvkIsSelected(gvk, prepared.spec)) addAffixTo(resource, affix, prepared);
    }
  }
}

function addAffixTo(resource: Resource, affix: Affix, prepared: PreparedFieldSpec): void {
  if (prepared.spec.path === "metadata/name" && !affix.isEmpty) {
    affix.record(resource);
    resource.storePreviousId();
  }
  if (!gvkIsSelected(resource.id.gvk, prepared.spec)) return;
  prepared.visit(resource, TEXT, (node, at) => setScalar(node, affix.change(textOf(node)), "", at));
  resource.identityChanged();
}

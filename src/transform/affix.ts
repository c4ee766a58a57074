/** Adds prefixes and suffixes to names. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Growth } from "../diagnostics/source.ts";
import { fieldSpec } from "../kustomization/change_fields.ts";
import { list } from "../kustomization/field.ts";
import { ObjectReader } from "../kustomization/object_reader.ts";
import { readOne } from "../kustomization/read_fields.ts";
import { type FieldSpec, type NewField, PreparedFieldSpec } from "../model/fields/spec.ts";
import { type Gvk, gvkIsSelected } from "../model/gvk.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setScalar } from "../model/fields/set_field.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { growByLongText } from "../yaml/value/growth.ts";
import { scalarText } from "../yaml/tree/node.ts";
import type { FieldTransformerKind, Transform, TransformerKind } from "./transform.ts";
import { prepareAnnotations, storePreviousId } from "../history/store_previous_id.ts";

/** Kinds whose names have a meaning outside of the build. */
const UNTOUCHED: readonly Partial<Gvk>[] = [
  { kind: "CustomResourceDefinition" },
  { group: "apiregistration.k8s.io", kind: "APIService" },
  { kind: "Namespace" },
];

const TEXT: NewField = { kind: "scalar", tag: "!!str" };

export const prefixTransformer: FieldTransformerKind = {
  configure: (settings) => prefix({ prefix: settings.text("prefix"), fieldSpecs: requiredFieldSpecs(settings) }),
  fromFields: ({ namePrefix }, config) => [
    { transform: prefix({ prefix: namePrefix, fieldSpecs: config.namePrefix }) },
  ],
};

export const suffixTransformer: FieldTransformerKind = {
  configure: (settings) => suffix({ suffix: settings.text("suffix"), fieldSpecs: requiredFieldSpecs(settings) }),
  fromFields: ({ nameSuffix }, config) => [
    { transform: suffix({ suffix: nameSuffix, fieldSpecs: config.nameSuffix }) },
  ],
};

/** Both at once, available only as a configured transformer, not through a field. */
export const prefixSuffixTransformer: TransformerKind = {
  configure(settings, context) {
    const both = [prefixTransformer, suffixTransformer].map((kind) => kind.configure(settings, context));
    return (set, context) => both.forEach((transform) => transform(set, context));
  },
};

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
    record: (resource) => updateHistory(resource, { prefixes: [...resource.history.prefixes, prefix] }),
  };
  return (set) => addAffix(set, affix, fieldSpecs);
}

export function suffix({ suffix, fieldSpecs }: SuffixSettings): Transform {
  const affix: Affix = {
    isEmpty: suffix === "",
    change: (text) => text + suffix,
    record: (resource) => updateHistory(resource, { suffixes: [...resource.history.suffixes, suffix] }),
  };
  return (set) => addAffix(set, affix, fieldSpecs);
}

/** An addition to names: `change` computes the new text of a field, `record` adds it to the history of a resource. */
interface Affix {
  isEmpty: boolean;
  change(text: string): string;
  record(resource: Resource): void;
}

/** Applies `affix` to the fields that `fieldSpecs` select, by the original kind of each resource. */
function addAffix(set: ResourceSet, affix: Affix, fieldSpecs: readonly FieldSpec[]): void {
  const specs = fieldSpecs.map((spec) => new PreparedFieldSpec(spec));
  for (const resource of set.resources) {
    const { gvk } = resource.originalId;
    if (UNTOUCHED.some((selector) => gvkIsSelected(gvk, selector))) continue;
    for (const prepared of specs) {
      if (gvkIsSelected(gvk, prepared.spec)) addAffixTo(resource, affix, prepared, set.growth);
    }
  }
}

function addAffixTo(resource: Resource, affix: Affix, prepared: PreparedFieldSpec, growth: Growth): void {
  if (prepared.spec.path === "metadata/name" && !affix.isEmpty) {
    prepareAnnotations(resource, 1);
    affix.record(resource);
    storePreviousId(resource);
  }
  if (!gvkIsSelected(resource.id.gvk, prepared.spec)) return;
  prepared.visit(resource, TEXT, (node, at) => {
    const changed = affix.change(scalarText(node));
    growByLongText(growth, changed.length, "names with prefixes and suffixes", resource.node);
    setScalar(node, changed, "", at);
  });
}

function requiredFieldSpecs(settings: ObjectReader): FieldSpec[] {
  // kustomize decodes the settings of these two without JSON in between.
  const direct = new ObjectReader(settings.node, settings.name, { ...settings.mode, direct: true });
  if (direct.has("fieldSpecs")) return readOne(direct, "fieldSpecs", list(fieldSpec));
  fail("missing-field", "the field 'fieldSpecs' is missing", {
    ...atPlace(settings.node),
    hint: "add 'fieldSpecs: [{path: metadata/name}]'",
  });
}

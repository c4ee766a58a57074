/** Sets the number of replicas. */

import { fail } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { replica } from "../kustomization/change_fields.ts";
import { pointer } from "../kustomization/field.ts";
import { readOne } from "../kustomization/read_fields.ts";
import type { Replica } from "../kustomization/types.ts";
import { type FieldSpec, PreparedFieldSpec } from "../model/fields/spec.ts";
import { gvkIsSelected } from "../model/gvk.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setScalar } from "../model/fields/set_field.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import { type FieldTransformerKind, readFieldSpecs, type Transform } from "./transform.ts";

export const replicaCountTransformer: FieldTransformerKind = {
  configure(settings) {
    const given = readOne(settings, "replica", pointer(replica)) ?? { name: "", count: 0, node: settings.node };
    return replicas({ replicas: [given], fieldSpecs: readFieldSpecs(settings) });
  },
  fromFields: ({ replicas: entries }, { replicas: fieldSpecs }) => [{
    transform: replicas({ replicas: entries, fieldSpecs }),
    count: entries.length,
    parts: () => entries.map((one) => ({ transform: replicas({ replicas: [one], fieldSpecs }), node: one.node })),
  }],
};

export interface ReplicaSettings {
  /** Applied one after another, as if each had its own transformer. */
  replicas: readonly Replica[];
  fieldSpecs: readonly FieldSpec[];
}

/** The transform throws `no-match` if no resource of a suitable kind has, or had, the name of a replica. */
export function replicas({ replicas, fieldSpecs }: ReplicaSettings): Transform {
  const specs = fieldSpecs.map((spec) => new PreparedFieldSpec(spec));
  return (set) => {
    for (const replica of replicas) {
      const named = set.index.candidates({ onlyName: replica.name, onlyKind: undefined });
      const found = specs.filter((prepared) => setCounts(named, replica, prepared));
      if (found.length === 0) failNoMatch(replica, specs, set);
    }
  };
}

/**
 * Sets the field in those of `named` that the spec selects by a current or earlier id. Returns whether there were any.
 */
function setCounts(named: readonly Resource[], { name, count }: Replica, prepared: PreparedFieldSpec): boolean {
  const { spec } = prepared;
  const matched = named.filter((resource) =>
    resource.allIds().some((id) => id.name === name && gvkIsSelected(id.gvk, spec))
  );
  for (const resource of matched) {
    if (!gvkIsSelected(resource.id.gvk, spec)) continue;
    prepared.visit(resource, { kind: "scalar", tag: "!!int" }, (node, at) => {
      setScalar(node, String(count), "!!int", at);
    });
  }
  return matched.length > 0;
}

function failNoMatch(replica: Replica, specs: readonly PreparedFieldSpec[], set: ResourceSet): never {
  const fitting = set.resources.filter(({ gvk }) => specs.some(({ spec }) => gvkIsSelected(gvk, spec)));
  const kinds = specs.map(({ spec }) => spec.kind || "any kind").join(", ");
  fail("no-match", `replicas: no resource named '${replica.name}' of a kind that has replicas (${kinds})`, {
    ...atPlace(partOf(replica.node, "name")),
    hint: didYouMean(nearest(replica.name, fitting.flatMap((resource) => resource.allIds().map(({ name }) => name)))),
  });
}

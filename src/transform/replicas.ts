/** Sets the number of replicas. */

import { fail } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Replica } from "../kustomization/types.ts";
import { type FieldSpec, PreparedFieldSpec } from "../model/field_spec.ts";
import { gvkIsSelected } from "../model/gvk.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { setScalar } from "../model/set_field.ts";
import { atPlace } from "../yaml/node.ts";
import type { Transformer } from "./transformer.ts";

export interface ReplicaCountSettings {
  /** Applied one after another, as if each had a transformer of its own. */
  replicas: readonly Replica[];
  fieldSpecs: readonly FieldSpec[];
}

export class ReplicaCountTransformer implements Transformer {
  readonly #replicas: readonly Replica[];
  readonly #specs: PreparedFieldSpec[];

  constructor({ replicas, fieldSpecs }: ReplicaCountSettings) {
    this.#replicas = replicas;
    this.#specs = fieldSpecs.map((spec) => new PreparedFieldSpec(spec));
  }

  /** Throws `no-match` where no resource of a fitting kind has, or had, the name of a replica. */
  transform(set: ResourceSet): void {
    if (this.#replicas.length === 0) return;
    const byName = groupByAnyName(set);
    for (const replica of this.#replicas) {
      const named = byName.get(replica.name) ?? [];
      const found = this.#specs.filter((prepared) => setReplicas(named, replica, prepared));
      if (found.length === 0) failOnNoMatch(replica, this.#specs, byName);
    }
  }
}

/** Sets the field in those of `named` that the spec selects by an id they have or had; tells whether there were any. */
function setReplicas(named: readonly Resource[], { name, count }: Replica, prepared: PreparedFieldSpec): boolean {
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

/** Resources by each name that they have or had. */
function groupByAnyName(set: ResourceSet): Map<string, Resource[]> {
  const byName = new Map<string, Resource[]>();
  for (const resource of set.resources) {
    const names = new Set(resource.history.previousIds.map(({ name }) => name)).add(resource.name);
    for (const name of names) {
      const named = byName.get(name);
      if (named === undefined) byName.set(name, [resource]);
      else named.push(resource);
    }
  }
  return byName;
}

function failOnNoMatch(replica: Replica, specs: PreparedFieldSpec[], byName: Map<string, Resource[]>): never {
  const candidates = [...byName].flatMap(([name, resources]) => {
    const fits = ({ gvk }: Resource) => specs.some(({ spec }) => gvkIsSelected(gvk, spec));
    return resources.some(fits) ? [name] : [];
  });
  const near = nearest(replica.name, candidates);
  const kinds = specs.map(({ spec }) => spec.kind || "any kind").join(", ");
  fail("no-match", `replicas: no resource named '${replica.name}' of a kind that has replicas (${kinds})`, {
    ...atPlace(replica.node),
    ...(near === undefined ? {} : { hint: `did you mean '${near}'?` }),
  });
}

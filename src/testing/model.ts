/** Helpers for tests of the model and of transformers: resource sets from YAML and back. */

import { NEWEST } from "../compat/compat.ts";
import { Source } from "../diagnostics/source.ts";
import { Resource } from "../model/resource.ts";
import { ResourceSet } from "../model/resource_set.ts";
import { Mapping } from "../yaml/tree/node.ts";
import { createSchema } from "../schema/build_schema.ts";
import type { Transform } from "../transform/transform.ts";
import { parseDocuments } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";

const CLUSTER_SCOPED = new Set(["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "Namespace"]);

/** The resources of several documents, in a file named `r.yaml`. */
export function resourcesOf(yaml: string): Resource[] {
  return parseDocuments(new Source("r.yaml", yaml)).map((node) => {
    if (!(node instanceof Mapping)) throw new Error("no mapping");
    return new Resource(node);
  });
}

export function setOf(yaml: string): ResourceSet {
  const set = new ResourceSet({ isClusterScoped: ({ kind }) => CLUSTER_SCOPED.has(kind) });
  set.appendAll(resourcesOf(yaml));
  return set;
}

/** Transforms a set as in a build with Kubernetes' own schema. */
export function apply(transform: Transform, set: ResourceSet): void {
  transform(set, { compat: NEWEST, schema: createSchema(), warn: () => {} });
}

/** All resources as in the output. */
export function textOfSet(set: ResourceSet): string {
  return set.resources.map(({ node }) => print(node)).join("---\n");
}

/** `Kind/name` of all resources in order, prefixed by the namespace, if any. */
export function namesIn(set: ResourceSet): string[] {
  return set.resources.map(({ kind, name, namespace }) => `${namespace === "" ? "" : `${namespace}:`}${kind}/${name}`);
}

/** The identity of a resource: group, version, kind, name and namespace. */

import { apiVersionOf, type Gvk, gvkEquals, gvkToString } from "./gvk.ts";

/** The identity of a resource. Ids are compared with effective namespaces: a missing one equals `default`. */
export interface ResId {
  /** Group, version and kind. */
  readonly gvk: Gvk;
  /** `metadata.name`; "" if there is none. */
  readonly name: string;
  /** `metadata.namespace` as written; "" if there is none. */
  readonly namespace: string;
  /** Whether the kind is known to be cluster-scoped, by the schema of the build. */
  readonly clusterScoped: boolean;
}

/** kustomize's name for the namespace of a cluster-scoped resource. */
export const NO_NAMESPACE = "_non_namespaceable_";
export const DEFAULT_NAMESPACE = "default";

/** Cluster-scoped resources have none; a missing namespace is `default`. */
export function effectiveNamespace(id: ResId): string {
  if (id.clusterScoped) return NO_NAMESPACE;
  return id.namespace === "" ? DEFAULT_NAMESPACE : id.namespace;
}

function namespaceEquals(a: ResId, b: ResId): boolean {
  return effectiveNamespace(a) === effectiveNamespace(b);
}

export function resIdEquals(a: ResId, b: ResId): boolean {
  return a.name === b.name && gvkEquals(a.gvk, b.gvk) && namespaceEquals(a, b);
}

/** `ConfigMap.v1.[noGrp]/name.[noNs]`: kustomize's text form, the `id` of a diagnostic. */
export function resIdToString(id: Omit<ResId, "clusterScoped">): string {
  return `${gvkToString(id.gvk)}/${id.name || "[noName]"}.${id.namespace || "[noNs]"}`;
}

/** The name of a resource in messages: `Deployment 'web' in namespace 'shop'`. */
export function describeId({ gvk, name, namespace }: ResId): string {
  return `${gvk.kind} '${name}'${describeNamespace(namespace)}`;
}

/** The same for resources that may differ only in API version: `Deployment 'web' (apps/v1) in namespace 'shop'`. */
export function describeFullId({ gvk, name, namespace }: ResId): string {
  const apiVersion = apiVersionOf(gvk);
  return `${gvk.kind} '${name}'${apiVersion === "" ? "" : ` (${apiVersion})`}${describeNamespace(namespace)}`;
}

function describeNamespace(namespace: string): string {
  return namespace === "" ? "" : ` in namespace '${namespace}'`;
}

/** The key of an id in a Map: equal for ids that are equal by `resIdEquals`, and only for those. */
export function resIdKey(id: ResId): string {
  const { group, version, kind } = id.gvk;
  return `${kind}\0${version}\0${group}\0${effectiveNamespace(id)}\0${id.name}`;
}

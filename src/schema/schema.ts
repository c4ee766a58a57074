/** What a build knows of the types of Kubernetes objects. One value per build, never shared state. */

import type { Gvk } from "../model/gvk.ts";

/** The schema of one node: an object with fields, a list with elements, or a leaf. Found step by step from a kind. */
export interface SchemaNode {
  /** The schema of a field of an object (or of every value of a map), if known. */
  field(name: string): SchemaNode | undefined;
  /** The schema of a list's elements, if known. */
  elements(): SchemaNode | undefined;
  /**
   * How a list takes part in a strategic merge: by these fields of its elements; [] where it is a set of scalars;
   * undefined where a patch replaces the whole list (and on everything that is no list).
   */
  readonly mergeKeys: readonly string[] | undefined;
}

/** Which kinds live outside of namespaces. */
export interface Scopes {
  /** Whether the kind is certainly cluster-scoped. Must not touch the big table: every resource asks. */
  isClusterScoped(gvk: Gvk): boolean;
}

export interface Schema extends Scopes {
  /** The schema of a kind, or undefined for one that nobody described. Reads the big table only when first called. */
  kind(gvk: Gvk): SchemaNode | undefined;
  /** Whether the schema knows the kind as namespaced (true), cluster-scoped (false), or not at all (undefined). */
  isNamespaced(gvk: Gvk): boolean | undefined;
}

/** One source of schemas: the built-in table, or an openapi document of the user's. */
export interface SchemaLayer {
  kind(gvk: Gvk): SchemaNode | undefined;
  /** The schema under a name such as `io.k8s.api.core.v1.Pod`. */
  definition(name: string): SchemaNode | undefined;
}

/** `apps/v1/Deployment`, `v1/Pod`: the key of a kind in tables. */
export function kindKey({ group, version, kind }: Gvk): string {
  return group === "" ? `${version}/${kind}` : `${group}/${version}/${kind}`;
}

/** What a build knows about the types of Kubernetes objects. One value per build, never shared. */

import type { Gvk } from "../model/gvk.ts";

/** The schema of one node: an object with fields, a list with elements, or a leaf. Reached step by step from a kind. */
export interface SchemaNode {
  /** The schema of a field of an object (or of every value of a map), if known. */
  field(name: string): SchemaNode | undefined;
  /** The schema of a list's elements, if known. */
  elements(): SchemaNode | undefined;
  /**
   * How a strategic merge treats a list: it merges elements by these fields; [] for a set of scalars; undefined if a
   * patch replaces the whole list (and for anything that is not a list).
   */
  readonly mergeKeys: readonly string[] | undefined;
}

/** Which kinds are cluster-scoped. */
export interface Scopes {
  /** Whether the kind is known to be cluster-scoped. Must not load the big table, since every resource asks. */
  isClusterScoped(gvk: Gvk): boolean;
}

/** What is known of the kinds of objects, by Kubernetes and by the `openapi` of a kustomization. */
export interface Schema extends Scopes {
  /** The schema of a kind, or undefined for an unknown one. Loads the big table on the first call. */
  kind(gvk: Gvk): SchemaNode | undefined;
  /** Whether the schema knows the kind as namespaced (true), cluster-scoped (false), or not at all (undefined). */
  isNamespaced(gvk: Gvk): boolean | undefined;
}

/** One source of schemas: the built-in table, or a user's openapi document. */
export interface SchemaLayer {
  kind(gvk: Gvk): SchemaNode | undefined;
  /** The schema with a name such as `io.k8s.api.core.v1.Pod`. */
  definition(name: string): SchemaNode | undefined;
}

/** `apps/v1/Deployment`, `v1/Pod`: the key of a kind in tables. */
export function kindKey({ group, version, kind }: Gvk): string {
  return group === "" ? `${version}/${kind}` : `${group}/${version}/${kind}`;
}

/** What a build knows of the types of Kubernetes objects. One value per build, never shared state. */

import type { Gvk } from "../model/gvk.ts";

/** The schema of one node: an object with fields, a list with elements, or a leaf. Found step by step from a kind. */
export interface SchemaNode {
  /** The schema of a field of an object (or of every value of a map), if known. */
  field(name: string): SchemaNode | undefined;
  /** The schema of a list's elements, if known. */
  elements(): SchemaNode | undefined;
  /** `x-kubernetes-patch-strategy` of a list or object: `merge`, `replace`, `retainKeys`, `merge,retainKeys`, or "". */
  readonly patchStrategy: string;
  /** The list's merge keys (`x-kubernetes-list-map-keys`, else the patch merge key), [] where it has none. */
  readonly mergeKeys: readonly string[];
  /** The JSON type: `object`, `array`, `string` …, or "". */
  readonly type: string;
}

export interface Schema {
  /** The schema of a kind, or undefined for one that nobody described. Reads the big table only when first called. */
  kind(gvk: Gvk): SchemaNode | undefined;
  /** Whether the kind is certainly cluster-scoped. Must not touch the big table: every resource asks. */
  isClusterScoped(gvk: Gvk): boolean;
  /** Whether the schema knows the kind as namespaced (true), cluster-scoped (false), or not at all (undefined). */
  isNamespaced(gvk: Gvk): boolean | undefined;
}

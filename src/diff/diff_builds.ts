/** Compares two builds. */

import type { Resource } from "../model/resource.ts";
import { crdSchemas } from "../schema/crd_schema.ts";
import { KubernetesSchema } from "../schema/kubernetes.ts";
import type { Schema } from "../schema/schema.ts";
import { diffResources, type SchemaOf } from "./diff_resources.ts";
import type { IgnoreRule } from "./ignore.ts";
import type { ResourceChange } from "./report.ts";

/** One side of a comparison: the result of a build, or resources alone. */
export interface DiffSide {
  /** In the order of the output. */
  resources: readonly Resource[];
  /** The schema that the build used. Absent: that of Kubernetes. */
  schema?: Schema | undefined;
}

/** Options of `diffBuilds`. */
export interface DiffOptions {
  /** Differences to ignore. */
  ignore?: readonly IgnoreRule[] | undefined;
  /** Whether to show the values of Secrets. Default: false. */
  showSecrets?: boolean | undefined;
}

/**
 * Compares two builds: returns the resources that were added, removed or changed, the fields that differ, and what that
 * does to a cluster.
 *
 * Pairs resources by group, kind, namespace and name, whatever their version, and generated ones by the name without
 * the hash; then those that were renamed. Pairs items of lists by the merge keys of the builds' schemas, and of
 * CustomResourceDefinitions among the resources.
 *
 * @example
 * ```ts
 * import { build, diffBuilds, MemoryFileSystem } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/old/kustomization.yaml": "configMapGenerator: [{name: env, literals: [LEVEL=info]}]\n",
 *   "/new/kustomization.yaml": "configMapGenerator: [{name: env, literals: [LEVEL=debug]}]\n",
 * });
 * const [change] = diffBuilds(await build(files, "/old"), await build(files, "/new"));
 * console.log(change?.fields.map(({ path }) => path)); // [ "data.LEVEL" ]
 * ```
 *
 * @param before The result of a build without errors, as `after` is.
 * @returns The resources that differ, in the order of `after`; removed ones keep their position.
 */
export function diffBuilds(before: DiffSide, after: DiffSide, options: DiffOptions = {}): ResourceChange[] {
  return diffResources(before.resources, after.resources, { ...options, schema: schemaOf(before, after) });
}

/** The schemas of kinds: from CustomResourceDefinitions, the builds, or Kubernetes. */
export function schemaOf(before: DiffSide, after: DiffSide): SchemaOf {
  let crds: SchemaOf | undefined;
  const kubernetes = new KubernetesSchema();
  return (gvk) =>
    (crds ??= crdSchemas([...before.resources, ...after.resources]))(gvk) ?? after.schema?.kind(gvk) ??
      before.schema?.kind(gvk) ?? kubernetes.kind(gvk);
}

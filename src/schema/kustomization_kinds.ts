/**
 * The one kind with merge lists that kustomize adds to those of Kubernetes: its own, whose generators merge by name.
 */

import type { Gvk } from "../model/gvk.ts";
import type { SchemaLayer, SchemaNode } from "./schema.ts";

const LEAF: SchemaNode = { field: () => undefined, elements: () => undefined, mergeKeys: undefined };

const GENERATORS: SchemaNode = { field: () => undefined, elements: () => LEAF, mergeKeys: ["name"] };

const KUSTOMIZATION: SchemaNode = {
  field: (name) => name === "configMapGenerator" || name === "secretGenerator" ? GENERATORS : undefined,
  elements: () => undefined,
  mergeKeys: undefined,
};

export const KUSTOMIZATION_KINDS: SchemaLayer = {
  kind: ({ group, version, kind }: Gvk) => {
    const isOurs = group === "kustomize.config.k8s.io" && version === "v1beta1" && kind === "Kustomization";
    return isOurs ? KUSTOMIZATION : undefined;
  },
  definition: () => undefined,
};

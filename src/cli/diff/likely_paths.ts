/** The fields that settings of a kustomization, and not patches, are most likely to change: images and replicas. */

import { fieldAt, itemsAt, podSpecOf, podSpecPath } from "../../lint/gather/pods.ts";
import type { Resource } from "../../model/resource.ts";
import { scalarText } from "../../yaml/tree/node.ts";

/** Their paths in a resource, in the form that `kust explain` accepts. */
export function likelyPaths(resource: Resource): string[] {
  const spec = podSpecOf(resource);
  if (spec === undefined) return [];
  const path = podSpecPath(resource.gvk)!.join(".");
  const images = ["initContainers", "containers"].flatMap((list) =>
    itemsAt(spec, list).flatMap((container) => {
      const name = scalarText(fieldAt(container, "name")?.node);
      return name === "" ? [] : [`${path}.${list}[name=${name}].image`];
    })
  );
  return ["spec.replicas", ...images];
}

/** Field specs, and the files that hold them: `configurations`. */

import type { Random } from "../random.ts";
import type { Scope } from "../scope.ts";
import { type Fields, type Value, withSome } from "../value.ts";

/** Possible paths for the field specs of each list; unusual ones are few. */
export const FIELD_PATHS = {
  labels: [
    "metadata/labels",
    "spec/sel",
    "spec/new/labels",
    "spec/template/metadata/labels",
    "spec/items[]/labels",
  ],
  commonAnnotations: ["metadata/annotations", "spec/notes", "spec/template/metadata/annotations"],
  images: [
    "spec/image",
    "spec/refName",
    "spec/containers[]/image",
    "spec/template/spec/containers/image",
  ],
  replicas: ["spec/replicas", "spec/count"],
  namespace: [
    "spec/ref/namespace",
    "spec/newNamespace",
    "metadata/namespace",
    "subjects/namespace",
    "subjects",
  ],
  namePrefix: ["metadata/name", "spec/refName", "spec/items/name", "spec/ref/name"],
  names: ["spec/refName", "spec/ref", "spec/ref/name", "spec/items/ref", "spec/images", "spec/list", "spec/text"],
  varReference: [
    "spec/text",
    "spec/items/value",
    "spec/sel",
    "spec/ref",
    "data",
    "metadata/annotations",
    "spec/list",
    "spec",
  ],
};

const REFERENCED = ["ConfigMap", "Secret", "Service", "Deployment", "Widget", "ServiceAccount", "Namespace"];

export function fieldSpec(random: Random, path: string): Fields {
  return withSome(random, { path, ...(creates(random, path) ? { create: true } : {}) }, {
    kind: [0.5, () => random.pick(["Widget", "Widget", "Deployment", "Service", "ConfigMap", "Ingress"])],
    group: [0.1, () => random.pick(["acme.io", "apps", ""])],
    version: [0.1, () => random.pick(["v1", "v2"])],
  });
}

/** Two specs for the same path must agree, including kustomize's own. */
function creates(random: Random, path: string): boolean {
  if (random.risk(0.03)) return random.chance(0.5);
  return /^(metadata|spec)\/(labels|annotations|namespace|replicas)$|template\/metadata/.test(path) ||
    /\[\]\/image$/.test(path) || path.length % 3 === 0;
}

/** Files for `configurations`. */
export function configurations(scope: Scope): Value {
  return scope.random.times(1, 2, () => scope.addDocuments("conf.yaml", [configuration(scope.random)]));
}

function configuration(random: Random): Fields {
  const specs = (paths: string[]) => () => random.some(paths, 1, 2).map((path) => fieldSpec(random, path));
  return withSome(random, {}, {
    namePrefix: [0.15, specs(FIELD_PATHS.namePrefix)],
    nameSuffix: [0.15, specs(FIELD_PATHS.namePrefix)],
    namespace: [0.15, specs(FIELD_PATHS.namespace)],
    commonLabels: [0.15, specs(FIELD_PATHS.labels)],
    labels: [0.15, specs(FIELD_PATHS.labels)],
    templateLabels: [0.15, specs(FIELD_PATHS.labels)],
    commonAnnotations: [0.15, specs(FIELD_PATHS.commonAnnotations)],
    images: [0.2, specs(FIELD_PATHS.images)],
    replicas: [0.15, specs(FIELD_PATHS.replicas)],
    varReference: [0.2, () => random.some(FIELD_PATHS.varReference, 1, 2).map((path) => ({ path, kind: "Widget" }))],
    nameReference: [0.5, () =>
      random.times(1, 2, () =>
        withSome(random, { kind: random.pick(REFERENCED) }, {
          version: [0.3, () => "v1"],
          group: [0.1, () => random.pick(["apps", "acme.io"])],
          fieldSpecs: [0.98, () =>
            random.some(FIELD_PATHS.names, 1, 2).map((path) => ({
              path,
              kind: "Widget",
              ...(random.chance(0.1) ? { create: true } : {}),
            }))],
        }))],
  });
}

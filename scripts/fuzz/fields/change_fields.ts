/** The fields that change all resources: names, namespaces, labels, annotations, images, replicas. */

import { FIELD_PATHS, fieldSpec } from "./field_specs.ts";
import { kindOf, nameOf, type Scope } from "../scope.ts";
import type { Random } from "../random.ts";
import { type Fields, type Value, withSome } from "../value.ts";
import { annotations, IMAGES, labels, NAMES } from "../words.ts";

export function labelFields({ random }: Scope): Value {
  return random.times(1, 2, () =>
    withSome(random, { pairs: labels(random) }, {
      includeSelectors: [0.3, () => random.chance(0.7)],
      includeTemplates: [0.3, () => random.chance(0.8)],
      fields: [0.2, () => random.times(1, 2, () => fieldSpec(random, random.pick(FIELD_PATHS.labels)))],
    }));
}

export function image(random: Random): Fields {
  const plain = random.pick(IMAGES).replace(/[@].*$/, "").replace(/:[^/:]*$/, "");
  const name = random.chance(0.8)
    ? plain
    : random.pick(["n.*", "(nginx|app)", "[a-z]+", "nginx:1.25", ".*", "gcr.io/acme"]);
  return withSome(random, { name }, {
    newName: [0.4, () => random.pick(["new", "registry.io:5000/a/b", "nginx"])],
    newTag: [0.5, () => random.pick(["v2", "1", "1.0", "", "007"])],
    digest: [0.2, () => "sha256:999"],
    tagSuffix: [0.2, () => "-s"],
  });
}

export function images({ random }: Scope): Value {
  return random.times(1, 3, () => image(random));
}

export function replicas(scope: Scope): Value {
  const { random } = scope;
  const counted = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"];
  const names = scope.resources.filter((resource) => counted.includes(kindOf(resource))).map(nameOf);
  if (names.length === 0 || random.risk(0.1)) return [{ name: random.pick(NAMES), count: 2 }];
  return random.times(1, 2, () => ({ name: random.pick(names), count: random.pick<Value>([0, 1, 3, 5]) }));
}

export function metadata({ random }: Scope): Value {
  return withSome(random, {}, {
    name: [0.5, () => random.pick(NAMES)],
    labels: [0.3, () => labels(random)],
    annotations: [0.3, () => annotations(random)],
  });
}

const KINDS_IN_ORDER = [
  "Namespace",
  "ConfigMap",
  "Secret",
  "Service",
  "Deployment",
  "Widget",
  "Ingress",
  "StatefulSet",
];

export function sortOptions({ random }: Scope): Value {
  const legacySortOptions = () => ({
    orderFirst: random.some(KINDS_IN_ORDER.slice(0, 4), 0, 3),
    orderLast: random.some(KINDS_IN_ORDER.slice(4), 0, 3),
  });
  return random.pick<() => Fields>([
    () => ({ order: "fifo" }),
    () => ({ order: "legacy" }),
    () => ({ order: "legacy", legacySortOptions: legacySortOptions() }),
  ])();
}

export function buildMetadata({ random }: Scope): Value {
  return random.some(["originAnnotations", "transformerAnnotations", "managedByLabel"], 1, 3);
}

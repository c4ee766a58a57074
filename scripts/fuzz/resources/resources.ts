/** Random resources: unique ids, metadata of all kinds, and an occasional oddity. */

import { KINDS } from "./kinds.ts";
import type { Random } from "../random.ts";
import { type Fields, isFields, textAt, type Value, withSome } from "../value.ts";
import { annotations, labels, NAMES, NAMESPACES, oddScalar } from "../words.ts";

const COMMON = [
  "Deployment",
  "Deployment",
  "Deployment",
  "ConfigMap",
  "ConfigMap",
  "Secret",
  "Service",
  "Widget",
  "StatefulSet",
];

/** Makes the resources of one project. */
export class ResourceMaker {
  readonly #random: Random;
  /** Ids in use. */
  readonly #ids = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** A resource with a unique id; undefined if only used ones came up. */
  make(): Fields | undefined {
    const random = this.#random;
    for (let attempt = 0; attempt < 5; attempt++) {
      const kind = random.chance(0.5) ? random.pick(COMMON) : random.pick(Object.keys(KINDS));
      const { apiVersion, cluster, body } = KINDS[kind]!;
      const metadata = this.#metadata(cluster === true);
      const name = `${kind} ${metadata["name"]}`;
      const id = `${name} ${textAt(metadata, "namespace") ?? "default"}`;
      // The `namespace` field of an overlay may bring two resources with the same name together.
      if (this.#ids.has(name) && !random.chance(0.15)) continue;
      if (this.#ids.has(id) && !random.risk(0.005)) continue;
      this.#ids.add(name).add(id);
      const resource = { apiVersion, kind, metadata, ...body(random) };
      return random.risk(0.15) ? this.#oddOne(resource) : resource;
    }
    return undefined;
  }

  #metadata(cluster: boolean): Fields {
    const random = this.#random;
    const named = random.risk(0.003) ? { generateName: `${random.pick(NAMES)}-` } : { name: random.pick(NAMES) };
    return withSome(random, named, {
      namespace: [cluster ? 0.01 : 0.3, () => random.pick(NAMESPACES)],
      labels: [0.3, () => labels(random)],
      annotations: [0.2, () => this.#annotations()],
      creationTimestamp: [0.05, () => null],
      finalizers: [0.03, () => ["acme.io/f"]],
      ownerReferences: [0.02, () => [{ kind: "Deployment", name: random.pick(NAMES), uid: "1" }]],
    });
  }

  #annotations(): Fields {
    const random = this.#random;
    if (random.chance(0.9)) return annotations(random);
    return random.pick<Fields>([
      { "config.kubernetes.io/local-config": "true" },
      { "kustomize.config.k8s.io/needs-hash": "true" },
      { "kustomize.config.k8s.io/behavior": "merge" },
      { "nginx.ingress.kubernetes.io/auth-secret": random.pick(NAMES), "kubernetes.io/ingress.class": "x" },
      { "config.kubernetes.io/index": "3", "internal.config.kubernetes.io/path": "p" },
    ]);
  }

  /** The same with one value replaced, or one more field. */
  #oddOne(resource: Fields): Fields {
    const random = this.#random;
    const places: [holder: Fields | Value[], key: string][] = [];
    const walk = (value: Value): void => {
      if (!isFields(value) && !Array.isArray(value)) return;
      for (const [key, inner] of Object.entries(value)) {
        if (value !== resource || !["apiVersion", "kind"].includes(key)) places.push([value, key]);
        walk(inner);
      }
    };
    walk(resource);
    const [holder, key] = random.pick(places);
    const value = random.chance(0.5) ? oddScalar(random) : random.pick<Value>([
      null,
      {},
      [],
      ["a", "cfg"],
      { name: "cfg" },
      [null],
      [{ name: "cfg", namespace: "ns1" }],
      "text",
    ]);
    if (Array.isArray(holder)) holder[Number(key)] = value;
    else holder[random.chance(0.8) ? key : random.pick(["name", "5", "x y", "$patch", "a/b"])] = value;
    return resource;
  }
}

/** Pods in resources, and the ConfigMaps and Secrets that they refer to. */

import { escapePart } from "../../text/json_pointer.ts";
import type { Gvk } from "../../model/gvk.ts";
import type { Resource } from "../../model/resource.ts";
import type { Mapping, Node, Scalar } from "../../yaml/tree/node.ts";
import { ownValue } from "../../text/own_value.ts";

/** The paths to pod specs in built-in kinds. */
const POD_SPECS: Readonly<Record<string, readonly string[]>> = {
  Pod: ["spec"],
  PodTemplate: ["template", "spec"],
  Deployment: ["spec", "template", "spec"],
  StatefulSet: ["spec", "template", "spec"],
  DaemonSet: ["spec", "template", "spec"],
  ReplicaSet: ["spec", "template", "spec"],
  ReplicationController: ["spec", "template", "spec"],
  Job: ["spec", "template", "spec"],
  CronJob: ["spec", "jobTemplate", "spec", "template", "spec"],
};

const GROUPS: ReadonlySet<string> = new Set(["", "apps", "batch", "extensions"]);

/** The path to the pod spec; undefined if the kind has none. */
export function podSpecPath({ group, kind }: Gvk): readonly string[] | undefined {
  return GROUPS.has(group) ? ownValue(POD_SPECS, kind) : undefined;
}

/** A node and the JSON pointer that leads to it. */
export interface At<T extends Node = Node> {
  node: T;
  pointer: string;
}

export function podSpecOf(resource: Resource): At<Mapping> | undefined {
  const path = podSpecPath(resource.gvk);
  let at: At | undefined = { node: resource.node, pointer: "" };
  for (const step of path ?? []) at = at && fieldAt(at, step);
  return path === undefined ? undefined : asMapping(at);
}

/** A reference of a pod to a ConfigMap or Secret. */
export interface PodReference {
  kind: "ConfigMap" | "Secret";
  name: At<Scalar>;
  /** The keys that it reads by name. */
  keys: readonly At<Scalar>[];
  isOptional: boolean;
  use: "env" | "volume" | "pull";
}

export function* podReferences(spec: At<Mapping>): Iterable<PodReference> {
  for (const list of ["initContainers", "containers"]) {
    for (const container of itemsAt(spec, list)) {
      for (const source of itemsAt(container, "envFrom")) {
        yield* referenceAt("ConfigMap", fieldAt(source, "configMapRef"), "name", "env");
        yield* referenceAt("Secret", fieldAt(source, "secretRef"), "name", "env");
      }
      for (const variable of itemsAt(container, "env")) {
        const from = fieldAt(variable, "valueFrom");
        yield* referenceAt("ConfigMap", from && fieldAt(from, "configMapKeyRef"), "name", "env");
        yield* referenceAt("Secret", from && fieldAt(from, "secretKeyRef"), "name", "env");
      }
    }
  }
  for (const volume of itemsAt(spec, "volumes")) {
    yield* referenceAt("ConfigMap", fieldAt(volume, "configMap"), "name", "volume");
    yield* referenceAt("Secret", fieldAt(volume, "secret"), "secretName", "volume");
    const projected = fieldAt(volume, "projected");
    for (const source of projected === undefined ? [] : itemsAt(projected, "sources")) {
      yield* referenceAt("ConfigMap", fieldAt(source, "configMap"), "name", "volume");
      yield* referenceAt("Secret", fieldAt(source, "secret"), "name", "volume");
    }
  }
  for (const secret of itemsAt(spec, "imagePullSecrets")) yield* referenceAt("Secret", secret, "name", "pull");
}

function* referenceAt(
  kind: PodReference["kind"],
  at: At | undefined,
  field: string,
  use: PodReference["use"],
): Iterable<PodReference> {
  if (at === undefined) return;
  const name = asScalar(fieldAt(at, field));
  if (name === undefined) return;
  const key = asScalar(fieldAt(at, "key"));
  const items = itemsAt(at, "items").flatMap((item) => asScalar(fieldAt(item, "key")) ?? []);
  const optional = asScalar(fieldAt(at, "optional"));
  const keys = key === undefined ? items : [key];
  yield { kind, name, keys, isOptional: optional?.node.value === "true", use };
}

export function fieldAt({ node, pointer }: At, field: string): At | undefined {
  const value = node.kind === "mapping" ? node.get(field) : undefined;
  return value && { node: value, pointer: `${pointer}/${escapePart(field)}` };
}

/** The items of a list in a field; none if there is no list. */
export function itemsAt(at: At, field: string): At[] {
  const list = fieldAt(at, field);
  if (list?.node.kind !== "sequence") return [];
  return list.node.items.map((node, index) => ({ node, pointer: `${list.pointer}/${index}` }));
}

function asScalar(at: At | undefined): At<Scalar> | undefined {
  return at?.node.kind === "scalar" ? { node: at.node, pointer: at.pointer } : undefined;
}

function asMapping(at: At | undefined): At<Mapping> | undefined {
  return at?.node.kind === "mapping" ? { node: at.node, pointer: at.pointer } : undefined;
}

/** Facts about custom resources: `crds` and `openapi`. */

import type { Scope } from "../scope.ts";
import { type Fields, type Value, withSome } from "../value.ts";

export function crds(scope: Scope): Value {
  const { random } = scope;
  const properties = withSome(random, {}, {
    refName: [0.6, () => objectReference(random.pick(["ConfigMap", "Secret", "Service"]), random.risk(0.3))],
    ref: [0.6, () => objectReference(random.pick(["ConfigMap", "Secret"]), random.chance(0.7))],
    sel: [0.4, () => ({ type: "object", "x-kubernetes-label-selector": "" })],
    notes: [0.4, () => ({ "x-kubernetes-annotation": "" })],
    text: [0.2, () => ({ "x-kubernetes-identity": "" })],
    items: [0.3, () => ({ items: { $ref: "acme.io/v1.Item" }, type: "array" })],
  });
  const type = { type: "string" };
  const widget = {
    Schema: {
      properties: {
        apiVersion: type,
        kind: type,
        metadata: { type: "object" },
        spec: { $ref: "acme.io/v1.WidgetSpec" },
      },
    },
  };
  return [scope.addDocuments("crd.yaml", [{
    "acme.io/v1.Widget": widget,
    "acme.io/v1.WidgetSpec": { Schema: { properties } },
    "acme.io/v1.Item": { Schema: { properties: { ref: objectReference("ConfigMap", false) } } },
  }])];
}

function objectReference(kind: string, named: boolean): Fields {
  return {
    "x-kubernetes-object-ref-api-version": "v1",
    "x-kubernetes-object-ref-kind": kind,
    ...(named ? { "x-kubernetes-object-ref-name-key": "name" } : {}),
  };
}

export function openapi(scope: Scope): Value {
  const { random } = scope;
  if (random.chance(0.15)) return { version: random.risk(0.1) ? "v1.20.4" : "v1.21.2" };
  const keyed = (key: string): Fields => ({
    type: "array",
    items: { $ref: "#/definitions/io.acme.v1.Item" },
    "x-kubernetes-patch-merge-key": key,
    "x-kubernetes-patch-strategy": "merge",
  });
  const spec = {
    type: "object",
    properties: withSome(random, {}, { items: [0.8, () => keyed(random.pick(["name", "value"]))] }),
  };
  const definition = withSome(random, { type: "object", properties: { spec } }, {
    "x-kubernetes-group-version-kind": [0.95, () => [{ group: "acme.io", version: "v1", kind: "Widget" }]],
  });
  const document = withSome(random, {
    definitions: { "io.acme.v1.Widget": definition, "io.acme.v1.Item": { type: "object" } },
  }, {
    paths: [0.3, () => paths(random.chance(0.5))],
  });
  return { path: scope.addDocuments("schema.yaml", [document]) };
}

function paths(namespaced: boolean): Value {
  const gvk = { group: "acme.io", version: "v1", kind: "ClusterWidget" };
  const path = namespaced ? "/apis/acme.io/v1/namespaces/{namespace}/cw/{name}" : "/apis/acme.io/v1/cw/{name}";
  return { [path]: { get: { "x-kubernetes-action": "get", "x-kubernetes-group-version-kind": gvk } } };
}

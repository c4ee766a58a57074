import { assertEquals } from "@std/assert";
import { resourcesOf } from "../testing/model.ts";
import { crdSchemas } from "./crd_schema.ts";
import type { SchemaNode } from "./schema.ts";

const DEFINITIONS = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
spec:
  group: example.com
  names: {kind: Fleet}
  versions:
  - not a version
  - name: v1
    schema:
      openAPIV3Schema:
        properties:
          ports:
            x-kubernetes-list-type: map
            x-kubernetes-list-map-keys: [port, protocol]
            items:
              properties:
                hosts: {x-kubernetes-list-type: set}
          names: {x-kubernetes-list-type: atomic}
          odd: {x-kubernetes-list-type: map, x-kubernetes-list-map-keys: port}
          labels:
            additionalProperties: {x-kubernetes-list-type: set}
          text: here
  - name: v2
    schema: {openAPIV3Schema: {properties: {names: {x-kubernetes-list-type: set}}}}
  - name: v3
---
apiVersion: apiextensions.k8s.io/v1beta1
kind: CustomResourceDefinition
spec:
  group: example.com
  names: {kind: Ship}
  validation: {openAPIV3Schema: {properties: {names: {x-kubernetes-list-type: set}}}}
---
apiVersion: v1
kind: ConfigMap
spec:
  group: example.com
  names: {kind: Map}
  validation: {openAPIV3Schema: {properties: {}}}
`;

/** The schema of a kind of the group `example.com`. */
function schemaOf(kind: string, version: string, group = "example.com"): SchemaNode | undefined {
  return crdSchemas(resourcesOf(DEFINITIONS))({ group, version, kind });
}

/** Merge keys of the node at a path; `[]` steps to the elements. `none` if the schema does not describe the node. */
function keysAt(schema: SchemaNode | undefined, ...path: string[]): readonly string[] | undefined | "none" {
  let node = schema;
  for (const step of path) node = step === "[]" ? node?.elements() : node?.field(step);
  return node === undefined ? "none" : node.mergeKeys;
}

Deno.test("crdSchemas() tells merge keys of lists", () => {
  const fleet = schemaOf("Fleet", "v1");
  assertEquals(keysAt(fleet), undefined);
  assertEquals(keysAt(fleet, "ports"), ["port", "protocol"]);
  assertEquals(keysAt(fleet, "ports", "[]", "hosts"), []);
  assertEquals(keysAt(fleet, "names"), undefined);
  assertEquals(keysAt(fleet, "odd"), undefined);
  assertEquals(keysAt(fleet, "labels", "any"), []);
  for (const path of [["text"], ["unknown"], ["names", "[]"]]) assertEquals(keysAt(fleet, ...path), "none");
});

Deno.test("crdSchemas() tells versions apart, but for a schema of all versions", () => {
  assertEquals(keysAt(schemaOf("Fleet", "v2"), "names"), []);
  assertEquals([schemaOf("Fleet", "v3"), schemaOf("Fleet", "v4")], [undefined, undefined]);
  for (const version of ["v1", "v2"]) assertEquals(keysAt(schemaOf("Ship", version), "names"), []);
});

Deno.test("crdSchemas() knows only kinds that are defined", () => {
  for (const kind of ["Map", "Boat"]) assertEquals(schemaOf(kind, "v1"), undefined);
  assertEquals(schemaOf("Fleet", "v1", "other.com"), undefined);
  assertEquals(crdSchemas([])({ group: "example.com", version: "v1", kind: "Fleet" }), undefined);
});

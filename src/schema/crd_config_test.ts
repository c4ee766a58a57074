import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { readCrdConfig } from "./crd_config.ts";

const TYPES = `
github.com/example.MyKind:
  Schema:
    properties:
      apiVersion: {type: string}
      kind: {type: string}
      metadata: {type: object}
      spec: {$ref: github.com/example.MySpec}
      id: {x-kubernetes-identity: ""}
github.com/example.MySpec:
  schema:
    properties:
      secretRef:
        x-kubernetes-object-ref-api-version: v1
        x-kubernetes-object-ref-kind: Secret
      beeRef:
        x-kubernetes-object-ref-api-version: v1beta1
        x-kubernetes-object-ref-kind: Bee
        x-kubernetes-object-ref-name-key: bee
      selector: {x-kubernetes-label-selector: ""}
      notes: {x-kubernetes-annotation: ""}
      numbered: {x-kubernetes-annotation: 1}
      described: ~
      kindAlone: {x-kubernetes-object-ref-kind: Secret}
      versionAlone: {x-kubernetes-object-ref-api-version: v1}
      unknown: {$ref: elsewhere}
`;

Deno.test("readCrdConfig() finds names, labels and annotations, through references", () => {
  const spec = (path: string) => ({ kind: "MyKind", path, create: false });
  assertEquals(readCrdConfig(new Source("crd.yaml", TYPES)), {
    namePrefix: [spec("id")],
    commonLabels: [spec("spec/selector")],
    commonAnnotations: [spec("spec/notes")],
    nameReference: [
      { version: "v1", kind: "Secret", fieldSpecs: [spec("spec/secretRef/name")] },
      { version: "v1beta1", kind: "Bee", fieldSpecs: [spec("spec/beeRef/bee")] },
    ],
  });
});

Deno.test("readCrdConfig() skips types that are not kinds", () => {
  const part = `A: {Schema: {properties: {id: {x-kubernetes-identity: ""}, kind: {}, metadata: {}}}}`;
  assertEquals(readCrdConfig(new Source("crd.yaml", part)).namePrefix, []);
});

Deno.test("readCrdConfig() fails on anything but a mapping, and on types that contain themselves", () => {
  const ring = "A: {Schema: {properties: {apiVersion: {}, kind: {}, metadata: {}, a: {$ref: A}}}}";
  for (const text of ["", "[]", "A: 1", ring]) {
    const { diagnostic } = assertThrows(() => readCrdConfig(new Source("crd.yaml", text)), KustError);
    assertEquals(diagnostic.code, "invalid-crd");
  }
});

Deno.test("a CustomResourceDefinition is not a map of types", () => {
  const crd = "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n";
  const { diagnostic }: KustError = assertThrows(() => readCrdConfig(new Source("crd.yaml", crd)), KustError);
  assertEquals([diagnostic.code, diagnostic.place?.offset], ["invalid-crd", "apiVersion: ".length]);
});

Deno.test("a type that is null adds nothing", () => {
  assertEquals(readCrdConfig(new Source("crd.yaml", "example.com/v1.Bee:\n")).namePrefix, []);
});

const KIND = { apiVersion: {}, kind: {}, metadata: {} };

/** A kind, and types each of whose properties refers to the next type. */
function chain(length: number, properties: readonly string[]): Source {
  const types: Record<string, unknown> = { Kind: { Schema: { properties: { ...KIND, spec: { $ref: "T0" } } } } };
  for (let i = 0; i < length; i++) {
    const next = i + 1 === length ? { "x-kubernetes-identity": "" } : { $ref: `T${i + 1}` };
    types[`T${i}`] = { Schema: { properties: Object.fromEntries(properties.map((name) => [name, next])) } };
  }
  return new Source("crd.json", JSON.stringify(types));
}

Deno.test("readCrdConfig() follows longer chains of types than the stack is deep", () => {
  const { namePrefix: [spec] } = readCrdConfig(chain(20_000, ["a"]));
  assertEquals(spec?.path, `spec${"/a".repeat(20_000)}`);
});

Deno.test("readCrdConfig() limits the paths along which types refer to each other", () => {
  assertEquals(readCrdConfig(chain(3, ["a", "b"])).namePrefix.length, 8);
  const { diagnostic }: KustError = assertThrows(() => readCrdConfig(chain(40, ["a", "b"])), KustError);
  assertEquals(diagnostic.code, "too-large");
});

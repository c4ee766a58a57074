import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { type Gvk, parseApiVersion } from "../model/gvk.ts";
import { type BuildSchema, createSchema, type OpenApiField, type ReadDocument } from "./build_schema.ts";
import { readOpenApiDocument } from "./openapi_document.ts";

const POD: Gvk = { group: "", version: "v1", kind: "Pod" };
const WIDGET: Gvk = { group: "x.io", version: "v1", kind: "Widget" };

const DOCUMENT = new Source(
  "openapi.yaml",
  `
definitions:
  Widget:
    properties:
      metadata: {$ref: "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}
      spec: {$ref: "#/definitions/Spec"}
    x-kubernetes-group-version-kind: [{group: x.io, version: v1, kind: Widget}]
  Spec:
    properties:
      parts:
        type: array
        items: {$ref: "#/definitions/Part"}
        x-kubernetes-patch-strategy: merge
        x-kubernetes-patch-merge-key: id
      names: {type: [array], items: {type: string}, x-kubernetes-patch-strategy: merge}
      ports:
        type: array
        x-kubernetes-patch-strategy: merge,retainKeys
        x-kubernetes-patch-merge-key: port
        x-kubernetes-list-map-keys: [port, protocol]
        items: {type: object, additionalProperties: {type: string}}
      replaced: {type: array, items: {type: string}}
      several: {type: [array, string], items: {type: string}}
      ring: {$ref: "#/definitions/Ring"}
      lost: {$ref: "#/definitions/Nowhere"}
  Part: {properties: {id: {type: string}}}
  Ring: {$ref: "#/definitions/Ring"}
paths:
  /apis/x.io/v1/namespaces/{namespace}/widgets:
    get: {x-kubernetes-group-version-kind: {group: x.io, version: v1, kind: Widget}}
  /apis/x.io/v1/widgets:
    get: {x-kubernetes-group-version-kind: {group: x.io, version: v1, kind: Widget}}
  /apis/x.io/v1/worlds:
    get: {x-kubernetes-group-version-kind: {group: x.io, version: v1, kind: World}}
`,
);

function reading(source: Source): ReadDocument {
  return (resolve) => readOpenApiDocument(source, resolve);
}

function withDocument(): BuildSchema {
  const schema = createSchema();
  schema.adopt({ fields: new Map([["path", "openapi.yaml"]]), document: reading(DOCUMENT) });
  return schema;
}

function mergeKeys(schema: BuildSchema, gvk: Gvk, ...path: string[]): readonly string[] | undefined {
  let node = schema.kind(gvk);
  for (const step of path) node = node?.field(step);
  return node?.mergeKeys;
}

function codeOf(run: () => unknown): string {
  return assertThrows(run, KustError).diagnostic.code;
}

Deno.test("adopt() takes the first field with a document or a version, and tells whether scopes may change", () => {
  const field = { fields: new Map([["path", "openapi.yaml"]]), document: reading(DOCUMENT) };
  const version = { fields: new Map([["version", "v1.21.2"]]) };
  const adopted = (...fields: OpenApiField[]) => {
    const schema = createSchema();
    return [...fields.map((one) => schema.adopt(one)), schema.kind(WIDGET) !== undefined];
  };
  const other = { ...field, document: reading(new Source("other.yaml", "{}")) };
  assertEquals(adopted({ fields: new Map() }, field, other), [false, true, false, true]);
  assertEquals(adopted(version, field), [false, false, false]);
});

Deno.test("BuildSchema knows the scopes of built-in kinds and of no others", () => {
  const schema = createSchema();
  const scope = (apiVersion: string, kind: string) => schema.isNamespaced({ ...parseApiVersion(apiVersion), kind });
  assertEquals([scope("v1", "Pod"), scope("v1", "Namespace"), scope("x.io/v1", "Widget")], [true, false, undefined]);
  // These can only be created, never read, so kustomize does not know their scope.
  assertEquals(scope("authentication.k8s.io/v1", "TokenReview"), undefined);
  assertEquals(schema.isClusterScoped({ group: "", version: "v1", kind: "Namespace" }), true);
});

Deno.test("BuildSchema reads merge keys from an openapi document", () => {
  const schema = withDocument();
  assertEquals(mergeKeys(schema, WIDGET, "spec", "parts"), ["id"]);
  assertEquals(mergeKeys(schema, WIDGET, "spec", "names"), []);
  assertEquals(mergeKeys(schema, WIDGET, "spec", "ports"), ["port", "protocol"]);
  assertEquals(mergeKeys(schema, WIDGET, "spec", "replaced"), undefined);
  const spec = schema.kind(WIDGET)?.field("spec");
  assertEquals(spec?.field("parts")?.elements()?.field("id") !== undefined, true);
  assertEquals(spec?.field("ports")?.elements()?.field("anything") !== undefined, true);
  assertEquals(spec?.field("names")?.elements() !== undefined, true);
  assertEquals(spec?.field("several")?.elements(), undefined);
  assertEquals([spec?.field("ring"), spec?.field("lost"), spec?.elements()], [undefined, undefined, undefined]);
});

Deno.test("BuildSchema reads scopes from an openapi document", () => {
  const schema = withDocument();
  assertEquals(schema.isNamespaced(WIDGET), true);
  assertEquals(schema.isNamespaced({ ...WIDGET, kind: "World" }), false);
});

Deno.test("an openapi document removes the built-in merge keys, but not the built-in scopes", () => {
  const schema = withDocument();
  assertEquals(schema.kind(POD), undefined);
  assertEquals(schema.isNamespaced(POD), true);
  assertEquals(mergeKeys(schema, WIDGET, "metadata", "finalizers"), undefined);
});

Deno.test("built-in merge keys stay if an unknown kind was looked up before the document was adopted", () => {
  const schema = createSchema();
  schema.isNamespaced({ ...WIDGET, kind: "Other" });
  schema.adopt({ fields: new Map([["path", "openapi.yaml"]]), document: reading(DOCUMENT) });
  assertEquals(mergeKeys(schema, POD, "spec", "containers"), ["name"]);
  assertEquals(mergeKeys(schema, WIDGET, "metadata", "finalizers"), []);
});

Deno.test("a document adopted after the built-in schema was used takes precedence", () => {
  const schema = createSchema();
  const containers = ["spec", "containers"];
  assertEquals(mergeKeys(schema, POD, ...containers), ["name"]);
  const podSpec = "definitions: {io.k8s.api.core.v1.PodSpec: {properties: {}}}";
  schema.adopt({ fields: new Map(), document: reading(new Source("o.yaml", podSpec)) });
  assertEquals(mergeKeys(schema, POD, ...containers), undefined);
  assertEquals(mergeKeys(schema, POD, "metadata", "finalizers"), []);
});

Deno.test("the first kustomization with an openapi field decides", () => {
  const schema = createSchema();
  schema.adopt({ fields: new Map() });
  schema.adopt({ fields: new Map([["version", "v1.21.2"]]) });
  schema.adopt({ fields: new Map(), document: reading(DOCUMENT) });
  assertEquals(schema.kind(WIDGET), undefined);
});

Deno.test("BuildSchema.adopt() fails on unknown versions, and on two choices at once", () => {
  const adopt = (fields: [string, string][], document?: Source) =>
    createSchema().adopt({ fields: new Map(fields), document: document && reading(document) });
  assertEquals(codeOf(() => adopt([["version", "v1.20.4"]])), "invalid-openapi");
  assertEquals(codeOf(() => adopt([["version", "v1.21.2"]], DOCUMENT)), "invalid-openapi");
});

Deno.test("an invalid openapi document is an error when it is first used", () => {
  for (const text of ["", "- a"]) {
    const schema = createSchema();
    schema.adopt({ fields: new Map(), document: reading(new Source("o.yaml", text)) });
    assertEquals(codeOf(() => schema.kind(POD)), "invalid-openapi");
  }
});

// kustomize panics.
Deno.test("an openapi document of wrong types is an error when it is first used", () => {
  const kinds = (kind: string) => `definitions: {A: {x-kubernetes-group-version-kind: [${kind}]}}`;
  for (
    const [text, code] of [
      ["definitions: {A: {items: [1]}}", "invalid-openapi"],
      [kinds("{kind: A}"), "invalid-openapi"],
      [kinds("{version: v1}"), "invalid-openapi"],
      ["definitions: {}\n<<: 1", "wrong-type"],
      ["swagger: 2", "invalid-openapi"],
      ["null: a", "invalid-key"],
      ['{"definitions": {},}', "json-syntax"],
      ["{definitions: {}}", "json-syntax"],
      ['{"definitions": {}, "definitions": {}}', "duplicate-key"],
    ] as const
  ) {
    const schema = createSchema();
    schema.adopt({ fields: new Map(), document: reading(new Source("s.yaml", text)), node: undefined });
    assertEquals(assertThrows(() => schema.kind(WIDGET), KustError).diagnostic.code, code);
  }
});

// kustomize panics.
Deno.test("items of another type are an error when a list is merged", () => {
  const schema = createSchema();
  const list = (items: string) =>
    `{properties: {a: {type: array, items: ${items}, x-kubernetes-patch-strategy: merge}}`;
  const kind = "x-kubernetes-group-version-kind: [{group: x.io, version: v1, kind: Widget}]}";
  const text = `definitions: {W: ${list("text")}, ${kind}}`;
  schema.adopt({ fields: new Map(), document: reading(new Source("s.yaml", text)) });
  const field = schema.kind(WIDGET)?.field("a");
  assertEquals(codeOf(() => field?.elements()), "invalid-openapi");
});

Deno.test("BuildSchema knows kustomize's own generators", () => {
  const kustomization: Gvk = { group: "kustomize.config.k8s.io", version: "v1beta1", kind: "Kustomization" };
  assertEquals(mergeKeys(createSchema(), kustomization, "configMapGenerator"), ["name"]);
});

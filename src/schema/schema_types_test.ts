import { assertEquals } from "@std/assert";
import { parseDocument } from "../yaml/read/parse.ts";
import { Source } from "../diagnostics/source.ts";
import { findTypeFault } from "./schema_types.ts";

function faultIn(schema: string): string | undefined {
  const fault = findTypeFault(parseDocument(new Source("s.yaml", schema))!);
  return fault && `${fault.field}: ${fault.expected}`;
}

// kustomize panics in `openapi` where these have a fault, which no golden can show.
Deno.test("findTypeFault() looks into schemas within schemas", () => {
  for (const schema of ["{items: [1]}", "{properties: {a: {items: {not: {items: [1]}}}}}", "{allOf: [{items: [x]}]}"]) {
    assertEquals(faultIn(schema), "items: a schema or a list of schemas");
  }
  assertEquals(faultIn("{properties: {a: {$ref: '::'}}}"), "$ref: a URL");
  assertEquals(faultIn("{properties: {a: x}}"), "properties: a mapping of schemas");
  assertEquals(faultIn("{additionalProperties: {type: 1}}"), "type: a string or a list of strings");
});

Deno.test("findTypeFault() knows numbers from integers and texts", () => {
  assertEquals(faultIn("{maxLength: 1.5}"), "maxLength: an integer");
  assertEquals(faultIn("{maxLength: 1.0, maximum: 1.5}"), undefined);
  assertEquals(faultIn("{maximum: '1'}"), "maximum: a number");
  assertEquals(faultIn("{required: [a, 1]}"), "required: a list of strings");
  assertEquals(faultIn("{nullable: 'true'}"), "nullable: a boolean");
  for (const value of ["[]", "text", "1", "1.5"]) {
    assertEquals(faultIn(`{additionalProperties: ${value}}`), "additionalProperties: a schema or a boolean", value);
  }
  for (const value of ["true", "{type: string}"]) assertEquals(faultIn(`{additionalProperties: ${value}}`), undefined);
});

Deno.test("findTypeFault() accepts null for anything, and any value of other fields", () => {
  assertEquals(faultIn("{items: null, type: ~, properties: }"), undefined);
  assertEquals(
    faultIn("{$ref: 1, default: [], foo: 1, items: 1, additionalItems: true, dependencies: {a: 1}}"),
    undefined,
  );
  assertEquals(faultIn("{externalDocs: {url: x, foo: 1}, dependencies: {a: [x], b: {type: x}}}"), undefined);
});

Deno.test("findTypeFault() looks into dependencies and externalDocs", () => {
  const dependencies = "dependencies: a mapping of schemas and lists of strings";
  assertEquals(faultIn("{dependencies: {a: [5]}}"), dependencies);
  assertEquals(faultIn("{dependencies: [a]}"), dependencies);
  assertEquals(faultIn("{dependencies: {a: {type: 5}}}"), "type: a string or a list of strings");
  for (const field of ["url", "description"]) {
    const expected = "externalDocs: a mapping with a description and a url that are strings";
    assertEquals(faultIn(`{externalDocs: {${field}: 5}}`), expected);
  }
});

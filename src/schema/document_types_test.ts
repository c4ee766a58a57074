import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { findDocumentFault } from "./document_types.ts";

function faultIn(document: string): string | undefined {
  const fault = findDocumentFault(parseDocument(new Source("s.yaml", document))!);
  return fault && `${fault.field}: ${fault.expected}`;
}

// kustomize panics where these have a fault, which no golden can show.
Deno.test("findDocumentFault() knows the types of a document's fields", () => {
  const faults = {
    "{swagger: 2}": "swagger: a string",
    "{info: {contact: {url: 5}}}": "url: a string",
    "{consumes: [5]}": "consumes: a string",
    "{definitions: []}": "definitions: a mapping",
    "{definitions: {A: {properties: {b: {type: 1}}}}}": "type: a string or a list of strings",
    "{security: [{a: [5]}]}": "a: a string",
    "{tags: [{externalDocs: 5}]}": "externalDocs: a mapping",
    "{parameters: {a: {items: {items: {maxLength: 1.5}}}}}": "maxLength: an integer",
    "{securityDefinitions: {a: {scopes: {b: 5}}}}": "b: a string",
  };
  for (const [document, fault] of Object.entries(faults)) assertEquals(faultIn(document), fault, document);
});

Deno.test("findDocumentFault() looks into the operations of paths", () => {
  assertEquals(faultIn("{paths: {/a: {get: {deprecated: x}}}}"), "deprecated: a boolean");
  assertEquals(faultIn("{paths: {/a: {get: {responses: {200: {description: 5}}}}}}"), "description: a string");
  assertEquals(faultIn("{paths: {/a: {get: {parameters: [{required: 1}]}}}}"), "required: a boolean");
  assertEquals(faultIn("{paths: {a: 5, x-b: 5, /c: {get: {responses: {other: 5}}}}}"), undefined);
});

Deno.test("findDocumentFault() accepts null for anything, and any value of other fields", () => {
  const document =
    "{swagger: , info: {title: ~, x-a: 5}, definitions: {A: }, foo: 5, responses: {a: {examples: {b: 5}}}}";
  assertEquals(faultIn(document), undefined);
  assertEquals(faultIn("{parameters: {a: {items: {description: 5, items: {enum: [1, a]}}}}}"), undefined);
});

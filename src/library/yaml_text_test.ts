import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parseYaml, printYaml } from "./yaml_text.ts";

Deno.test("documents are parsed and printed in kustomize's form", () => {
  const documents = parseYaml("b: &x {c: 'y', a: 0x10}\na:\n  <<: *x\n  a: yes\n---\n---\n- 1\n");
  assertEquals(documents.map(printYaml), ['a:\n  a: "yes"\n  c: "y"\nb:\n  a: 16\n  c: "y"\n', "null\n", "- 1\n"]);
});

Deno.test("errors have the name of the text", () => {
  const { place } = diagnosticOf("yaml-syntax", () => parseYaml("a: [\n", "values.yaml"));
  assertEquals(place?.source.name, "values.yaml");
  diagnosticOf("duplicate-key", () => parseYaml("a: 1\na: 2\n"));
});

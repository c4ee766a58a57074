import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";
import { print } from "../yaml/write/print.ts";
import { clearEmptyAnnotations, mayClearAnnotations } from "./empty_annotations.ts";

function cleared(text: string): string {
  const [resource] = resourcesOf(text);
  clearEmptyAnnotations(resource!.node);
  return print(resource!.node);
}

Deno.test("clearEmptyAnnotations() removes annotations and metadata that hold nothing", () => {
  assertEquals(cleared("metadata: {annotations: {}, name: a}\nx: y\n"), 'metadata:\n  name: a\nx: "y"\n');
  assertEquals(cleared("metadata: {annotations: {a: b}}\n"), "metadata:\n  annotations:\n    a: b\n");
  for (const metadata of ["{annotations: {}}", "{annotations: ~}", "{annotations: text}", "{}", "~"]) {
    assertEquals(cleared(`metadata: ${metadata}\nx: z\n`), "x: z\n", metadata);
    assertEquals(cleared(`x: z\nmetadata: ${metadata}\n`), "x: z\n", metadata);
  }
  assertEquals(cleared("x: z\n"), "x: z\n");
  diagnosticOf("wrong-type", () => cleared("metadata: [a]\n"));
});

Deno.test("mayClearAnnotations() tells what would change or be refused", () => {
  const may = (text: string) => mayClearAnnotations(resourcesOf(text)[0]!.node);
  for (const metadata of ["{annotations: {}}", "{}", "~", "[a]"]) assertEquals(may(`metadata: ${metadata}\n`), true);
  for (const metadata of ["{annotations: {a: b}}", "{name: a}"]) assertEquals(may(`metadata: ${metadata}\n`), false);
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { build } from "../build.ts";

/** The codes of the errors for a plugin that is configured in `field` and has these annotations. */
async function codes(field: string, annotations: string): Promise<string[]> {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": `${field}: [p.yaml]\n`,
    "/app/p.yaml":
      `apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: x, annotations: ${annotations}}\nfieldSpecs: []\n`,
  });
  return (await build(files, "/app")).errors.map(({ code }) => code);
}

Deno.test("annotations of settings are read as kustomize reads them, which panics for an odd list", async () => {
  for (const field of ["transformers", "validators"]) {
    assertEquals(await codes(field, "[{a: b}]"), ["wrong-type"], field);
    assertEquals(await codes(field, "[a, b]"), [], field);
    assertEquals(await codes(field, "text"), [], field);
  }
});

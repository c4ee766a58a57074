import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { build } from "../build.ts";

Deno.test("a validator that changes nothing agrees with labels, and with origins", async () => {
  const validator = "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: v}\nfieldSpecs: [{path: none}]\n";
  for (const fields of ["", "buildMetadata: [originAnnotations]\n"]) {
    for (const metadata of ["name: a", "name: a, labels: {b: c}"]) {
      const { errors } = await build(
        new MemoryFileSystem({
          "/app/kustomization.yaml": `resources: [a.yaml]\nvalidators: [v.yaml]\n${fields}`,
          "/app/a.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {${metadata}}\n`,
          "/app/v.yaml": validator,
        }),
        "/app",
      );
      assertEquals(errors, [], `${fields} ${metadata}`);
    }
  }
});

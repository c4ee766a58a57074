import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build, printResources } from "../pipeline/build.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { withKustomization } from "./kustomization_object.ts";

const FILES = {
  "/app/Kustomization": "resources: [nothing.yaml]\n",
  "/app/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
};

Deno.test("the object takes the place of a file, whatever its name", async () => {
  const files = new MemoryFileSystem(FILES);
  const object = { resources: ["a.yaml"], namePrefix: "p-", patches: undefined, labels: [{ pairs: { on: "yes" } }] };
  const { resources, errors } = await build(withKustomization(files, "/app", object), "/app");
  assertEquals(errors, []);
  assertEquals(
    printResources(resources),
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    "on": "yes"\n  name: p-a\n',
  );
  assertEquals(files.readDir("/app"), ["Kustomization", "a.yaml"]);
});

Deno.test("mistakes in the object are errors with a place in its YAML", async () => {
  const files = withKustomization(new MemoryFileSystem(FILES), "/app", { resources: ["a.yaml"], nameprefx: "p-" });
  const [error] = (await build(files, "/app")).errors;
  assertEquals([error?.code, error?.place?.source.position(error.place.offset)], ["unknown-field", {
    line: 3,
    column: 1,
  }]);
});

Deno.test("folders that do not exist and values that YAML does not have are rejected", () => {
  const files = new MemoryFileSystem(FILES);
  diagnosticOf("not-found", () => withKustomization(files, "/nothing", {}));
  diagnosticOf("unsupported-yaml", () => withKustomization(files, "/app", { resources: [() => {}] }));
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { type Access, telling } from "../../testing/telling_file_system.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { build } from "../build.ts";
import { countEntered } from "./inert.ts";

const LEVELS = 25;

/** Two kustomizations on each level, both of which list both of the next one, down to `last`. */
function diamond(field: string, kind: string, last: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (let level = 0; level <= LEVELS; level++) {
    const head = level === 0
      ? ""
      : `apiVersion: kustomize.config.k8s.io/v1${kind === "Component" ? "alpha1" : "beta1"}\nkind: ${kind}\n`;
    const next = `${field}: [../l${level + 1}, ../r${level + 1}]\n`;
    for (const side of ["l", "r"]) {
      files[`/${side}${level}/kustomization.yaml`] = head + (level === LEVELS ? last : next);
    }
  }
  return files;
}

for (const [field, kind] of [["resources", "Kustomization"], ["components", "Component"]] as const) {
  Deno.test(`a diamond of ${field} that add nothing is built once for each folder`, async () => {
    const files = diamond(field, kind, `${field}: []\n`);
    files["/l0/kustomization.yaml"] += field === "components"
      ? "resources: [map.yaml]\n"
      : "configMapGenerator: [{name: m}]\n";
    files["/l0/map.yaml"] = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n";
    const accesses: Access[] = [];
    const { resources, errors } = await build(telling(new MemoryFileSystem(files), (one) => accesses.push(one)), "/l0");
    assertEquals([resources.length, errors], [1, []]);
    assertEquals(accesses.length < 20 * 2 * LEVELS, true);
  });
}

Deno.test("a base that adds something is added once for each path", async () => {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": "resources: [../a, ../b]\n",
    "/a/kustomization.yaml": "namePrefix: a-\nresources: [../base]\n",
    "/b/kustomization.yaml": "namePrefix: b-\nresources: [../base]\n",
    "/base/kustomization.yaml": "resources: [../low]\n",
    "/low/kustomization.yaml": "resources: [map.yaml]\n",
    "/low/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n",
  });
  const { resources, errors } = await build(files, "/app");
  assertEquals([resources.map(({ name }) => name), errors], [["a-m", "b-m"], []]);
});

Deno.test("a folder that contains a root being built is a cycle on that path alone", async () => {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": "resources: [../x, ../top/inner]\n",
    "/x/kustomization.yaml": "resources: [../top]\n",
    "/top/kustomization.yaml": "resources: []\n",
    "/top/inner/kustomization.yaml": "resources: [../../x]\n",
  });
  const { errors } = await build(files, "/app");
  assertEquals(errors.map(({ code }) => code), ["cycle"]);
});

Deno.test("a build enters 50,000 bases and components", () => {
  const counted = { entered: 49_999 };
  countEntered(counted, { value: "base" });
  assertEquals(counted.entered, 50_000);
  diagnosticOf("too-large", () => countEntered(counted, { value: "base" }));
});

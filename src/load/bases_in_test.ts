import { assertEquals } from "@std/assert";
import { basesIn } from "./bases_in.ts";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";

function bases(text: string, name = "kustomization.yaml"): string[] {
  return basesIn(new MemoryFileSystem({ [`/w/${name}`]: text }, "/"), "/w");
}

Deno.test("basesIn() has what may be a base, and no other paths", () => {
  const text = "resources: [a, b.yaml]\nbases: [c]\ncomponents: [d]\npatches: [{path: p}]\ncrds: [q]\n" +
    "patchesStrategicMerge: [r]\ngenerators: [s]\ntransformers: [t]\nvalidators: [u]\nconfigurations: [v]\n" +
    "openapi: {path: w}\nreplacements: [{path: x}]\nconfigMapGenerator: [{files: [y=z], envs: [e]}]\n" +
    "helmGlobals: {chartHome: h}\nhelmCharts: [{name: n, valuesFile: i}]\n";
  assertEquals(bases(text).sort(), ["a", "b.yaml", "c", "d"]);
  assertEquals(bases("resources: [a, {b: c}]\n", "Kustomization"), ["a"]);
  assertEquals(bases("namePrefix: a\nnamePrefix: b\nresources: [a]\n"), ["a"]);
});

Deno.test("basesIn() has nothing for a file that is missing or cannot be read", () => {
  for (const text of ["", "text\n", "[a]\n", "resources: [\n"]) assertEquals(bases(text), [], text);
  assertEquals(bases("resources: [a]\n", "other.yaml"), []);
});

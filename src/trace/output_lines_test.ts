import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build, printResources } from "../pipeline/build.ts";
import { outputLines } from "./output_lines.ts";

const FILES = {
  "app/kustomization.yaml": `resources: [map.yaml]
namePrefix: a-
`,
  "app/map.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: map}
data:
  a/b: "1"
  text: |+
    one
    two


`,
};

Deno.test("the lines of a resource are those of the output, each with its field and steps", async () => {
  const { resources } = await build(new MemoryFileSystem(FILES, "/"), "app", { trace: true });
  const lines = outputLines(resources[0]!);
  assertEquals(lines.map(({ text }) => `${text}\n`).join(""), printResources(resources));
  const about = lines.map(({ text, pointer, writers }) => [text.trim(), pointer, writers.at(-1)?.step.kind]);
  assertEquals(about.slice(1), [
    ["data:", "/data", "load"],
    ['a/b: "1"', "/data/a~1b", "load"],
    ["text: |+", "/data/text", "load"],
    ["one", undefined, undefined],
    ["two", undefined, undefined],
    ["", undefined, undefined],
    ["", undefined, undefined],
    ["kind: ConfigMap", "/kind", "load"],
    ["metadata:", "/metadata", "load"],
    ["name: a-map", "/metadata/name", "PrefixTransformer"],
  ]);
});

Deno.test("without a trace, lines have neither fields nor steps", async () => {
  const { resources } = await build(new MemoryFileSystem(FILES, "/"), "app");
  const lines = outputLines(resources[0]!);
  assertEquals(lines.map(({ text }) => `${text}\n`).join(""), printResources(resources));
  assertEquals(lines.filter(({ pointer, writers }) => pointer !== undefined || writers.length > 0), []);
});

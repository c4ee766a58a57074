import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import type { ProcessRequest } from "../load/capabilities.ts";
import { build } from "../pipeline/build.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { originOf } from "./trace.ts";

/** So many ConfigMaps, and an overlay that merges into each. */
function maps(count: number): MemoryFileSystem {
  const generators = (lines: string) =>
    Array.from({ length: count }, (_, index) => `- name: map-${index}\n  ${lines}\n`).join("");
  return new MemoryFileSystem({
    "/base/kustomization.yaml": `configMapGenerator:\n${generators("literals: [a=1, b=2]")}`,
    "/app/kustomization.yaml": `resources: [../base]
configMapGenerator:\n${generators("literals: [b=3]\n  behavior: merge")}`,
  });
}

/** How often a build with a trace looks something up for a resource. */
async function lookups(count: number): Promise<number> {
  const { get } = WeakMap.prototype;
  let calls = 0;
  WeakMap.prototype.get = function (key) {
    calls++;
    return get.call(this, key);
  };
  try {
    const { resources, errors } = await build(maps(count), "/app", { trace: true });
    assertEquals([resources.length, errors], [count, []]);
  } finally {
    WeakMap.prototype.get = get;
  }
  return calls;
}

Deno.test("a trace of twice as many generators takes twice as many lookups", async () => {
  assertEquals(await lookups(200) < 2.1 * await lookups(100), true);
});

Deno.test("a trace knows which of two generators wrote a key", async () => {
  const { resources } = await build(maps(3), "/app", { trace: true });
  const lines = (key: string) => originOf(resources[1]!, `/data/${key}`).map(({ place }) => place?.source.name);
  assertEquals(lines("a"), ["base/kustomization.yaml"]);
  assertEquals(lines("b"), ["base/kustomization.yaml", "app/kustomization.yaml"]);
});

Deno.test("a trace knows what a component generates after its own resources, and what it merges", async () => {
  const map = (name: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {a: "0"}}\n`;
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml":
      "configMapGenerator: [{name: own, literals: [a=1]}]\nresources: [first.yaml]\ncomponents: [../part]\n",
    "/app/first.yaml": map("first"),
    "/part/kustomization.yaml": `kind: Component\nresources: [x.yaml, y.yaml]
configMapGenerator:
- {name: made, literals: [a=2]}
- {name: own, behavior: merge, literals: [b=3]}
- {name: first, behavior: merge, literals: [b=4]}
`,
    "/part/x.yaml": map("x"),
    "/part/y.yaml": map("y"),
  });
  const { resources } = await build(files, "/app", { trace: true });
  const writers = (key: string) =>
    resources.map((one) => {
      const fields = originOf(one, `/data/${key}`).map(({ step }) => step.field);
      return `${one.name.replace(/-.*/, "")} ${fields.join()}`;
    });
  const [load, made] = ["resources", "configMapGenerator"];
  assertEquals(writers("a"), [`first ${load}[0]`, `made ${made}[0]`, `own ${made}[0]`, `x ${load}[0]`, `y ${load}[1]`]);
  assertEquals(writers("b"), [`first ${made}[2]`, "made ", `own ${made}[1]`, "x ", "y "]);
});

Deno.test("what a generator merges with keeps its origin, even if no step was before it", async () => {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml":
      "resources: [map.yaml]\nconfigMapGenerator: [{name: m, behavior: merge, literals: [a=1]}]\n",
    "/app/map.yaml": "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {a: b, c: d}}\n",
  });
  const [map] = (await build(files, "/app", { trace: true })).resources;
  const places = (pointer: string) => originOf(map!, pointer).map(({ place }) => place?.source.name);
  assertEquals(["/kind", "/metadata/name", "/data/c"].flatMap(places), Array(3).fill("app/map.yaml"));
  assertEquals(places("/data/a"), ["app/map.yaml", "app/kustomization.yaml"]);
});

Deno.test("a trace knows which function wrote a field, though functions replace all resources", async () => {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": "resources: [map.yaml]\ntransformers: [f.yaml, g.yaml]\n",
    "/app/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\ndata: {a: old, b: old}\n",
    "/app/f.yaml": functionNamed("F"),
    "/app/g.yaml": functionNamed("G"),
  });
  const run = ({ input }: ProcessRequest) => {
    const stdout = new TextEncoder().encode(String(input).replace(/a: .*/, "$&x"));
    return Promise.resolve({ exitCode: 0, stdout, stderr: new Uint8Array(), timedOut: false });
  };
  const capabilities = Object.assign(new MemoryHost(files), { run });
  const plugins = { enabled: true, exec: true };
  const { resources: [map] } = await build(files, "/app", { trace: true, capabilities, plugins });
  const kinds = (key: string) => originOf(map!, `/data/${key}`).map(({ step }) => step.kind);
  assertEquals([kinds("a"), kinds("b")], [["load", "F", "G"], ["load"]]);
});

function functionNamed(kind: string): string {
  return `kind: ${kind}\nmetadata: {name: f, annotations: {config.kubernetes.io/function: 'exec: {path: /bin/f}'}}\n`;
}

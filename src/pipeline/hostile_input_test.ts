import { assert, assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build } from "./build.ts";

const RESOURCE = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n";

async function codeOf(kustomization: string, resource = RESOURCE): Promise<string | undefined> {
  const files = new MemoryFileSystem({ "/kustomization.yaml": kustomization, "/r.yaml": resource });
  const { errors: [error] } = await build(files, "/");
  return error?.code;
}

Deno.test("a replacement that doubles its own source is rejected at a limit", async () => {
  const targets = Array.from({ length: 30 }, (_, i) => {
    return `- source: {kind: ConfigMap, fieldPath: metadata}\n  targets:\n  - select: {kind: ConfigMap}\n` +
      `    fieldPaths: [metadata.annotations.x${i}]\n    options: {create: true}\n`;
  });
  assertEquals(await codeOf(`resources: [r.yaml]\nreplacements:\n${targets.join("")}`), "too-large");
});

Deno.test("a replacement reads the labels of all resources, also of those that it does not select", async () => {
  const resource = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, labels: [odd]}\n";
  const kustomization = `resources: [r.yaml]
patches: [{target: {}, patch: '[{"op": "move", "from": "/labels", "path": "/metadata/labels"}]'}]
replacements: [{sourceValue: x, targets: [{select: {kind: Secret}}]}]
`;
  assertEquals(await codeOf(kustomization, resource), "wrong-type");
});

Deno.test("vars add a limited amount of text", async () => {
  const resource = `{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {x: ${"x".repeat(2 ** 20)}}}}\n`;
  const using = (count: number) => {
    const commands = Array.from({ length: count }, () => "$(V)".repeat(60)).join(", ");
    return `resources: [r.yaml]
vars: [{name: V, objref: {apiVersion: v1, kind: Pod, name: a}, fieldref: {fieldpath: metadata.annotations.x}}]
patches: [{patch: "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, args: [${commands}]}]}}"}]
`;
  };
  assertEquals(await codeOf(using(2), resource), undefined);
  assertEquals(await codeOf(using(3), resource), "too-large");
});

Deno.test("long texts that are composed for many resources, or are parts of their ids, are bounded", async () => {
  const long = "x".repeat(2 ** 20);
  const pods = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        `{apiVersion: v1, kind: Pod, metadata: {name: a${i}, annotations: {path: a/b}}, ` +
        "spec: {containers: [{image: x}]}}\n",
    ).join("---\n");
  const select = "select: {kind: Pod}, fieldPaths: [metadata.annotations.path], options: {delimiter: /, index: 1}";
  const valueAdd = "{apiVersion: builtin, kind: ValueAddTransformer, metadata: {name: v}, " +
    `value: ${long}, targets: [{fieldPath: metadata/annotations/path, filePathPosition: 1}]}`;
  const patch = `[{"op": "add", "path": "/metadata/namespace", "value": "${long}"}]`;
  const changes = [
    `namePrefix: ${long}\n`,
    `images: [{name: x, newTag: ${long}}]\n`,
    `patches: [{target: {kind: Pod}, patch: '${patch}'}]\n`,
    `replacements: [{sourceValue: ${long}, targets: [{${select}}]}]\n`,
    `transformers: ["${valueAdd}"]\n`,
  ];
  for (const change of changes) {
    const kustomization = `resources: [r.yaml]\n${change}`;
    assertEquals(await codeOf(kustomization, pods(130)), "too-large", change.slice(0, 80));
    assertEquals(await codeOf(kustomization, pods(2)), undefined, change.slice(0, 80));
  }
});

Deno.test("a pattern that takes too long to match is an error", async () => {
  const resource = `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${"x".repeat(4000)}}}`;
  const patched = (pattern: string) =>
    `resources: [r.yaml]\npatches:\n- target: {name: "${pattern}"}\n  patch: '[{"op": "add", "path": "/a", "value": 1}]'\n`;
  assertEquals(await codeOf(patched("x?".repeat(100) + ".*"), resource), undefined);
  assertEquals(await codeOf(patched("x?".repeat(100_000)), resource), "too-large");
});

Deno.test("images are found at any depth of a resource", async () => {
  const deep = `${"{a: ".repeat(9_000)}{containers: [{image: x}]}${"}".repeat(9_000)}`;
  const resource = `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: ${deep}}`;
  assertEquals(await codeOf("resources: [r.yaml]\nimages: [{name: x, newTag: '1'}]\n", resource), undefined);
});

Deno.test("build() never throws because of names that every object has, or of nesting", async () => {
  const names = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"];
  for (const name of names) {
    for (const field of ["generators", "transformers", "validators"]) {
      const plugin = `${field}: ["{apiVersion: builtin, kind: ${name}, metadata: {name: x}}"]\n`;
      assertEquals(await codeOf(plugin), "unknown-plugin", `${field} ${name}`);
    }
    for (const text of [`${name}: 1\n`, `resources: [r.yaml]\n${name}: {}\n`]) assert(await codeOf(text) !== undefined);
    const resource =
      `{apiVersion: ${name}/v1, kind: ${name}, metadata: {name: ${name}, labels: {${name}: x}}, ${name}: {${name}: [1]}}`;
    const changes =
      `resources: [r.yaml]\nnamePrefix: p-\nimages: [{name: ${name}, newTag: x}]\ncommonLabels: {${name}: y}\n` +
      `patches: [{patch: '[{op: add, path: /${name}/${name}, value: 1}]', target: {kind: ${name}}}]\n`;
    // Any result is fine, except an exception.
    await codeOf(changes, resource);
  }
});

Deno.test("what kustomize builds at any depth is built: patches, replacements, field specs, lists of lists", async () => {
  const depth = 9_900;
  const path = (separator: string) => Array(depth - 1).fill("a").join(separator);
  for (const deep of [`${"[".repeat(depth)}${"]".repeat(depth)}`, `${'{"a": '.repeat(depth)}1${"}".repeat(depth)}`]) {
    const resource = `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, x: ${deep}}\n`;
    const patches = [
      '[{"op": "add", "path": "/y", "value": 1}]',
      `[{"op": "add", "path": "/y", "value": ${deep}}]`,
      `[{"op": "test", "path": "/x", "value": ${deep}}, {"op": "copy", "from": "/x", "path": "/y"}]`,
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, y: 1}",
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, x: ${deep}}`,
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, y: ${deep}}`,
    ];
    for (const patch of patches) {
      const kustomization = `resources: [r.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: '${patch}'\n`;
      assertEquals(await codeOf(kustomization, resource), undefined, patch.slice(0, 60));
    }
    const replacement = "- source: {kind: ConfigMap, fieldPath: x}\n  targets: [{select: {kind: ConfigMap}, " +
      "fieldPaths: [z], options: {create: true}}]\n";
    assertEquals(await codeOf(`resources: [r.yaml]\nreplacements:\n${replacement}`, resource), undefined);
  }
  const transformer = `{apiVersion: builtin, kind: PrefixTransformer, metadata: {name: p}, prefix: p-, ` +
    `fieldSpecs: [{path: x/${path("/")}, create: true}]}`;
  assertEquals(await codeOf(`resources: [r.yaml]\ntransformers:\n- |-\n  ${transformer}\n`), undefined);
  const lists = `${"{apiVersion: v1, kind: List, items: [".repeat(2_000)}${"]}".repeat(2_000)}`;
  assertEquals(await codeOf("resources: [r.yaml]\n", lists), undefined);
});

Deno.test("a list of more items than an engine takes as arguments is read", async () => {
  const items = Array.from({ length: 150_000 }, (_, index) => index).join(", ");
  const item = `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, x: [${items}]}`;
  assertEquals(await codeOf("resources: [r.yaml]\n", `{apiVersion: v1, kind: List, items: [${item}]}`), undefined);
});

Deno.test("a diamond of bases is bounded where each path to a base is built, and takes no time where it adds nothing", async () => {
  const levels = 18;
  const files: Record<string, string> = { [`/a${levels}/kustomization.yaml`]: "resources: []\n" };
  for (let i = 0; i < levels; i++) {
    const next = `../a${i + 1}`;
    files[`/a${i}/kustomization.yaml`] = `resources: [${next}, ${i + 1 === levels ? next : `../b${i + 1}`}]\n`;
    files[`/b${i}/kustomization.yaml`] = `resources: [${next}, ${i + 1 === levels ? next : `../b${i + 1}`}]\n`;
  }
  assertEquals((await build(new MemoryFileSystem(files), "/a0")).errors, []);
  const { errors: [error] } = await build(new MemoryFileSystem(files), "/a0", { trace: true });
  assertEquals(error?.code, "too-large");
});

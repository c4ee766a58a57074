import { assert, assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/memory_file_system.ts";
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
  const deep = `${"[".repeat(9_900)}${"]".repeat(9_900)}`;
  for (
    const patch of [
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: ${deep}}`,
      `[{op: add, path: /a, value: ${deep}}]`,
    ]
  ) {
    const code = await codeOf(`resources: [r.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: '${patch}'\n`);
    assert(code === undefined || code === "too-deep" || code === "json-syntax", code);
  }
});

import { assertEquals, assertStringIncludes } from "@std/assert";
import { importsOf, shippedFiles } from "./checks/check_imports.ts";
import { runQuietly } from "./run_program.ts";

/** All modules reachable from a module by static and dynamic imports. */
function reachable(entry: string): Set<string> {
  const seen = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith(".ts")) return;
    for (const { specifier, typeOnly } of importsOf(Deno.readTextFileSync(path))) {
      if (typeOnly) continue;
      walk(specifier.startsWith(".") ? new URL(specifier, `file://${path}`).pathname : specifier);
    }
  };
  walk(entry);
  return seen;
}

const MOD = Deno.realPathSync("mod.ts");

Deno.test("the library imports nothing that a browser lacks", () => {
  const modules = [...reachable(MOD)];
  assertEquals(modules.length > 100, true);
  assertEquals(modules.filter((path) => path.startsWith("node:") || path.includes("/src/host/")), []);
  const globals = /\b(?:Deno|Bun|process|Buffer|require)\s*[.(]/;
  assertEquals(modules.filter((path) => globals.test(codeOf(path))), []);
});

function codeOf(path: string): string {
  return Deno.readTextFileSync(path).replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

Deno.test("the library builds without any permission, and returns errors as data", async () => {
  const script = `
    import { build, MemoryFileSystem, printResources } from "file://${MOD}";
    const files = new MemoryFileSystem({
      "/app/kustomization.yaml": "resources: [a.yaml]\\nnamePrefix: p-\\ntransformers: [t.yaml]\\nreplacements: []\\n",
      "/app/a.yaml": "apiVersion: v1\\nkind: Service\\nmetadata: {name: a}\\n",
      "/app/t.yaml": "apiVersion: builtin\\nkind: PrefixTransformer\\nmetadata: {name: t}\\nprefix: q-\\n" +
        "fieldSpecs: [{path: metadata/name}]\\n",
      "/bad/kustomization.yaml": "resources: [https://github.com/o/r]\\n",
    });
    const { resources, errors } = await build(files, "/app");
    console.log(errors.length, printResources(resources).includes("name: q-p-a"));
    for (const path of ["", "/nope", "/app/a.yaml", "/bad", "https://example.com/a.yaml", "\\0", "x".repeat(9999)]) {
      console.log((await build(files, path)).errors.map(({ code }) => code).join());
    }`;
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    Deno.writeTextFileSync(`${dir}/library.ts`, script);
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-check", "--no-prompt", `${dir}/library.ts`],
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    assertEquals([success, text(stderr)], [true, ""]);
    assertStringIncludes(text(stdout), "0 true\n");
    assertEquals(text(stdout).split("\n").slice(1, -1), [
      "empty-path",
      "not-found",
      "not-a-folder",
      "no-capability",
      "not-found",
      "not-found",
      "not-found",
    ]);
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
});

Deno.test("the examples in docstrings and docs/library.md are type-checked and run", async () => {
  const files = shippedFiles().filter((path) => / \* ```ts$/m.test(Deno.readTextFileSync(path)));
  assertEquals(files.length >= 6, true);
  const options = ["--doc", "--quiet", "--allow-read", "--allow-env"];
  const { success, output } = await runQuietly(Deno.execPath(), ["test", ...options, ...files, "docs/library.md"]);
  // `console.assert` only prints.
  const isRight = success && !output.includes("Assertion failed");
  assertEquals([isRight, isRight ? "" : output], [true, ""]);
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { run } from "./run.ts";

const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n";

/** What localize says of a target that is not copied to the place where kustomize looks for the copy. */
async function verified(resources: string[], more = ""): Promise<string[]> {
  const host = new MemoryHost(
    new MemoryFileSystem({
      "/w/app/kustomization.yaml": "resources: [a.yaml, b.yaml]\n",
      "/w/app/a.yaml": map("a"),
      "/w/app/b.yaml": map("b"),
      "/w/x/app/kustomization.yaml": `resources: [${resources.join(", ")}]\n${more}`,
      "/w/x/app/n.yaml": NAMESPACE,
      "/w/x/app/c.yaml": map("c"),
      "/w/x/app/none.yaml": `$patch: delete\n${map("b")}`,
    }),
  );
  const exit = await run(["localize", "w/x/app", "copy", "--scope", "w"], host);
  return [String(exit), ...host.stderr.trimEnd().split("\n").filter((line) => !line.startsWith("SUCCESS"))];
}

Deno.test("localize shows the first line that is different in the copy", async () => {
  const failed = "VERIFICATION FAILED: `kustomize build` for w/x/app and /copy are different after localization.";
  const cases: [resources: string[], more: string, difference: string[]][] = [
    [["../../app"], "namePrefix: x-\n", ["line 4 of the output:", "-   name: x-a", "+   name: a"]],
    [["../../app"], "patches: [{path: none.yaml}]\n", ["line 5 of the output:", "- ", "+ ---"]],
    [["../../app", "c.yaml"], "", ["line 10 of the output:", "- ---", "+ "]],
    [["n.yaml", "../../app"], "", ["line 2 of the output:", "- kind: Namespace", "+ kind: ConfigMap"]],
  ];
  for (const [resources, more, difference] of cases) {
    assertEquals(await verified(resources, more), ["0", failed, ...difference]);
  }
});

Deno.test("localize says that the copy is complete if the target cannot be built", async () => {
  const complete = "note: the copy is complete, but 'w/x/app' cannot be built to verify it";
  const linesAfter = async (more: string) => (await verified(["../../app", "n.yaml"], more)).slice(5);
  assertEquals(await linesAfter("configMapGenerator: [{name: c, literals: [x]}]\n"), [
    complete,
    "hint: separate the key and the value with '='",
  ]);
  const replacement = "{source: {kind: Namespace, fieldPath: a}, targets: [{select: {kind: Pod}, fieldPaths: [a]}]}";
  assertEquals(await linesAfter(`replacements: [${replacement}]\n`), [
    "note: the source is here",
    "  w/x/app/n.yaml:1:1",
    "  1 | apiVersion: v1",
    "    | ^^^^^^^^^^",
    complete,
    "hint: if the build needs flags, use --no-verify and compare with kust build",
  ]);
  const [note, hint] = (await verified([], "helmCharts: [{name: c}]\n")).slice(5);
  assertEquals([note, hint], [
    complete,
    "hint: if the build needs flags, use --no-verify and compare with kust build",
  ]);
});

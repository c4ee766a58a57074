import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { run } from "../../run.ts";

Deno.test("hunks have three lines of context, and share them as in diff -u", async () => {
  // As many equal lines between two changes.
  const hunks = async (between: number) => {
    const list = (end: string) =>
      [`x${end}`, ..."abcdefghij".slice(0, between), `z${end}`].map((item) => `- ${item}\n`);
    const text = (end: string) => `apiVersion: v1\nkind: Thing\nmetadata: {name: a}\nspec:\n${list(end).join("")}`;
    const kustomization = "resources: [r.yaml]\n";
    const files = { "old/kustomization.yaml": kustomization, "new/kustomization.yaml": kustomization };
    const host = new MemoryHost(new MemoryFileSystem({ ...files, "old/r.yaml": text("1"), "new/r.yaml": text("2") }));
    await run(["diff", "old", "new", "--format", "unified"], host);
    return host.stdout.match(/^@@.*/gm);
  };
  assertEquals(await hunks(6), ["@@ -3,11 +3,11 @@"]);
  assertEquals(await hunks(7), ["@@ -3,7 +3,7 @@", "@@ -11,4 +11,4 @@"]);
});

Deno.test("names of files in a patch are quoted as git quotes them", async () => {
  const files = (value: string) => `configMapGenerator: [{name: a, literals: [K=${value}]}]\n`;
  const host = new MemoryHost(
    new MemoryFileSystem(
      { "/w/old/kustomization.yaml": files("1"), '/w/n\n\x1b"\\w/kustomization.yaml': files("2") },
      "/w",
    ),
  );
  assertEquals(await run(["diff", "old", 'n\n\x1b"\\w', "--format", "unified"], host), 1);
  assertEquals(host.stdout.split("\n").slice(0, 2).map((line) => line.replace(/a-\w{10}/, "a-HASH")), [
    String.raw`--- "a/n\012\033\"\\w/ConfigMap_a-HASH.yaml"`,
    String.raw`+++ "b/n\012\033\"\\w/ConfigMap_a-HASH.yaml"`,
  ]);
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { run } from "../../run.ts";

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

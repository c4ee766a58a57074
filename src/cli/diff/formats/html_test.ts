import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { run } from "../../run.ts";

async function page(count: number): Promise<string> {
  const resources = Array.from({ length: count }, (_, i) => `{apiVersion: v1, kind: A, metadata: {name: a${i}}}\n`);
  const files = {
    "old/kustomization.yaml": "namePrefix: a-\n",
    "new/kustomization.yaml": "resources: [r.yaml]\n",
    "new/r.yaml": resources.join("---\n"),
  };
  const host = new MemoryHost(new MemoryFileSystem(files, "/p"));
  await run(["diff", "old", "new", "--format", "html"], host);
  return host.stdout;
}

Deno.test("the HTML page of a diff shows up to 40 resources unfolded", async () => {
  const open = async (count: number) => [...(await page(count)).matchAll(/<details class="added" open>/g)].length;
  assertEquals([await open(1), await open(40), await open(41)], [1, 40, 0]);
});

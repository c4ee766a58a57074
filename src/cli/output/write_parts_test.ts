import { assert, assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const RESOURCES = 10;
const SIZE = 70_000;

class CountingHost extends MemoryHost {
  total = 0;
  longest = 0;

  override writeStdout(text: string): void {
    this.total += text.length;
    this.longest = Math.max(this.longest, text.length);
  }
}

Deno.test("outputs that may exceed the length of a string are never one string", async () => {
  const resource = (index: number) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a${index}}\ndata: {k: ${"x".repeat(SIZE)}}\n`;
  const files = {
    "k/kustomization.yaml": "resources: [r.yaml]\n",
    "k/r.yaml": Array.from({ length: RESOURCES }, (_, index) => resource(index)).join("---\n"),
  };
  const commands = [
    ["build", "k"],
    ["build", "--all", ".", "-o", "-"],
    ["cfg", "cat", "k"],
    ["cfg", "grep", "kind=ConfigMap", "k"],
    ["fn", "run", "k", "--dry-run"],
  ];
  for (const words of commands) {
    const host = new CountingHost(new MemoryFileSystem(files, "/w"));
    assertEquals(await run(words, host), 0, host.stderr);
    const { total, longest } = host;
    assert(total > RESOURCES * SIZE && longest < total / 3, `${words.join(" ")}: ${longest} of ${total} at once`);
  }
});

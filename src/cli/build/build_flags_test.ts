import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

async function outcome(...words: string[]): Promise<string> {
  const files = new MemoryFileSystem({
    "/w/kustomization.yaml": "resources: [r.yaml]\n",
    "/w/r.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n",
  }, "/w");
  const host = new MemoryHost(files);
  const exit = await run(["build", ...words], host);
  return exit === 0 ? "built" : /\[([\w-]+)\]/.exec(host.stderr)?.[1] ?? host.stderr;
}

Deno.test("flags of build that exclude each other are refused, and each alone is not", async () => {
  for (const flag of ["--blame", "--strict", "--profile"]) assertEquals(await outcome(flag), "built", flag);
  for (const line of ["--blame --strict", "--watch --blame", "--watch --profile", "--all --blame"]) {
    assertEquals(await outcome(...line.split(" ")), "flag-conflict", line);
  }
  assertEquals(await outcome("--format", "x"), "invalid-flag-value");
});

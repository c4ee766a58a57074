import { assertEquals } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { run } from "../run.ts";
import type { Flags } from "../flags/flags.ts";
import { GLOBAL_FLAGS } from "../flags/global_flags.ts";

const FILES = new MemoryFileSystem({
  "base/kustomization.yaml": "",
  "overlays/dev/Kustomization": "",
  "overlays/prod/kustomization.yml": "",
  "overlays/docs/readme.md": "",
  "other/x/y.yaml": "",
  ".hidden/kustomization.yaml": "",
});

/** Returns the answer to a shell. The last word is the one being typed. */
async function complete(...args: string[]): Promise<string[]> {
  const host = new MemoryHost(FILES);
  assertEquals(await run(["__complete", ...args], host), 0);
  assertEquals(host.stderr, "");
  return host.stdout.trimEnd().split("\n").map((line) => line.split("\t")[0]!);
}

Deno.test("__complete offers commands with their summaries", async () => {
  assertEquals(await complete("ver"), [":words", "verify", "version"]);
  assertEquals(await complete("openapi", "i"), [":words", "info"]);
  assertEquals(await complete("help", "openapi", "i"), [":words", "info"]);
  assertEquals(await complete("help", "unknown-f"), [":words", "unknown-field", "unknown-flag"]);
  assertEquals(await complete("nope", "x"), [":words"]);
});

Deno.test("__complete offers flags and their values", async () => {
  assertEquals(await complete("version", "--o"), [":words", "--output"]);
  assertEquals(await complete("version", "--output", ""), [":words", "yaml", "json"]);
  assertEquals(await complete("version", "-o", "j"), [":words", "json"]);
  assertEquals(await complete("version", "--output=j"), [":words", "--output=json"]);
  assertEquals(await complete("-"), [":words", "--compat", "--stack-trace", "--version", "--help"]);
  assertEquals(await complete("version", "--", "-"), [":words"]);
  assertEquals(await complete("version", "--stack-trace", "--o"), [":words", "--output"]);
  assertEquals(await complete("version", "--output", "yaml", "--o"), [":words", "--output"]);
  assertEquals(await complete("version", "--nope=j"), [":words"]);
  assertEquals(await complete("version", "-x", "--o"), [":words", "--output"]);
});

Deno.test("__complete puts a tab between a word and its description, if there is one", async () => {
  const host = new MemoryHost(FILES);
  await run(["__complete", "versi"], host);
  await run(["__complete", "version", "-o", "j"], host);
  assertEquals(host.stdout.split("\n").filter((line) => line !== ":words").map((line) => line.split("\t").length), [
    2,
    1,
    1,
  ]);
});

Deno.test("__complete offers neither hidden commands nor deprecated flags, but describes others", async () => {
  assertEquals(await complete("__"), [":words"]);
  const offered = await complete("build", "--");
  const { command } = await import("../build/build.ts");
  const flags: Flags = command.flags;
  const hidden = Object.entries(flags).filter(([, flag]) => flag.deprecated !== undefined);
  assertEquals(hidden.map(([name]) => `--${name}`).filter((name) => offered.includes(name)), []);
  assertEquals(offered.length, 1 + Object.keys({ ...flags, ...GLOBAL_FLAGS, help: 0 }).length - hidden.length);
});

Deno.test("__complete does not offer deprecated flags", async () => {
  assertEquals(await complete("version", "--sh"), [":words"]);
});

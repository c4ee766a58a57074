/** Checks that every command and flag in the real `kustomize --help` exists here, with the same short form. */

import { assertEquals } from "@std/assert";
import { readHelp } from "../scripts/golden/read_help.ts";
import { run } from "../src/cli/run.ts";
import { MemoryHost } from "../src/testing/memory_host.ts";
import recorded from "./kustomize_help.json" with { type: "json" };

async function ownHelp(path: string): Promise<string> {
  const host = new MemoryHost();
  assertEquals(await run([...path.split(" "), "--help"].filter(Boolean), host), 0, host.stderr);
  return host.stdout;
}

for (const [path, text] of Object.entries(recorded)) {
  Deno.test(`kust ${path} --help shows all that kustomize shows`, async () => {
    const real = readHelp(text);
    const own = readHelp(await ownHelp(path));
    assertEquals(real.commands.filter((name) => !own.commands.includes(name)), [], "missing commands");
    assertEquals(real.topics.filter((name) => !own.topics.includes(name)), [], "missing topics");
    for (const [name, flag] of Object.entries(real.flags)) assertEquals(own.flags[name], flag, `--${name}`);
  });
}

Deno.test("readHelp() parses kustomize's help", () => {
  const { commands, topics, flags } = readHelp(recorded[""]);
  assertEquals(commands.includes("build") && topics.includes("docs-merge"), true);
  assertEquals(flags, { help: { short: "h", value: false }, "stack-trace": { short: "", value: false } });
  assertEquals(readHelp(recorded.build).flags.env, { short: "e", value: true });
});

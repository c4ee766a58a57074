import { assert, assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { run } from "../../run.ts";

const FILES = {
  "old/kustomization.yaml": "resources: [r.yaml]\n",
  "old/r.yaml": "apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\nspec:\n  a: 1\n  text: short\n  gone: 1\n",
  "new/kustomization.yaml": "resources: [r.yaml]\n",
  "new/r.yaml": `apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\nspec:\n  a: 2\n  text: ${"long ".repeat(12)}\n`,
};

async function output(columns: number, ...flags: string[]): Promise<string> {
  const host = new MemoryHost(new MemoryFileSystem(FILES, "/p"), { FORCE_COLOR: "" });
  Object.assign(host.terminal, { stdout: true, columns });
  await run(["diff", "old", "new", ...flags], host);
  return host.stdout;
}

Deno.test("diff folds to the width of the terminal", async () => {
  const lines = (await output(50, "--color", "never")).split("\n");
  assertEquals(lines, [
    "new",
    "  ~ Thing thing",
    "      spec.a     1 -> 2  new/r.yaml:5:6",
    "      spec.gone  - 1     old/r.yaml:7:9 in old",
    "      spec.text          new/r.yaml:6:9",
    "        - short",
    "        + long long long long long long long long",
    "        + long long long long",
    "1 resource differs",
    "",
  ]);
});

Deno.test("diff colours what is printed to a terminal, unless it is told not to", async () => {
  assert((await output(80)).includes("\x1b[33m  ~ Thing thing\x1b[0m"));
  assert(!(await output(80, "--color=never")).includes("\x1b"));
});

Deno.test("diff shows the end of paths of more than 40 characters, from the start of a step", async () => {
  const pathOf = async (path: string) => {
    const keys = path.split(".").reverse();
    const resource = (value: string) =>
      `apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\n${
        keys.reduce((inner, key) => `{${key}: ${inner}}`, value).slice(1, -1)
      }\n`;
    const files = { ...FILES, "old/r.yaml": resource("1"), "new/r.yaml": resource("2") };
    const host = new MemoryHost(new MemoryFileSystem(files, "/p"));
    await run(["diff", "old", "new"], host);
    return host.stdout.split("\n")[2]!.trim().split(" ")[0];
  };
  const [ten, eleven] = ["abcdefghij", "abcdefghijk"];
  const short = [ten, ten, ten, "abcdefg"].join(".");
  assertEquals([short.length, await pathOf(short)], [40, short]);
  assertEquals(await pathOf([eleven, ten, ten, "abcdefg"].join(".")), `…${[ten, ten, "abcdefg"].join(".")}`);
  assertEquals(await pathOf([ten, "abcdefghij".repeat(4)].join(".")), `…${"abcdefghij".repeat(4)}`);
});

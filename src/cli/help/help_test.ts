import { assertEquals } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

async function helpOf(...words: string[]): Promise<string> {
  const host = new MemoryHost();
  assertEquals(await run(["help", ...words], host), 0);
  return host.stdout;
}

Deno.test("help lists no hidden commands", async () => {
  const listed = (await helpOf()).match(/(?<=^ {2})[a-z_]+(?= {2})/gm)!;
  assertEquals(["build", "openapi", "__complete"].map((name) => listed.includes(name)), [true, false, false]);
});

Deno.test("the help of a suffix, and only of that, says where to put a value with a dash", async () => {
  const saying = await Promise.all(
    ["nameprefix", "namesuffix", "namespace"].map(async (field) =>
      (await helpOf("edit", "set", field)).includes("starts with a dash")
    ),
  );
  assertEquals(saying, [false, true, false]);
});

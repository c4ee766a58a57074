import { assertEquals } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { reportFailure } from "./report_failure.ts";

async function reported(error: unknown): Promise<string> {
  const host = new MemoryHost(new MemoryFileSystem(), {});
  await reportFailure(error, false, host);
  return host.stderr;
}

Deno.test("an error about a missing Deno permission lists all that the features need", async () => {
  const error = new Error("deno run needs --allow-run=git for this");
  error.name = "NotCapable";
  const lines = (await reported(error)).split("\n");
  assertEquals(lines[0], "Error: deno run needs --allow-run=git for this [not-allowed]");
  assertEquals(lines[1]?.startsWith("note: git repositories need --allow-run=git --allow-env "), true);
});

Deno.test("an environment variable that is not UTF-8 is not reported as a bug in kust", async () => {
  const error = new TypeError('environment variable was not valid unicode: "\\xFF"');
  assertEquals((await reported(error)).split("\n").slice(0, 2), [
    'Error: environment variable was not valid unicode: "\\xFF" [invalid-value]',
    "hint: set it to a text in UTF-8, or unset it",
  ]);
});

Deno.test("unexpected exceptions are reported as bugs of kust", async () => {
  assertEquals(
    (await reported(new TypeError("x is undefined"))).startsWith("Error: internal error: x is undefined [internal]\n"),
    true,
  );
});

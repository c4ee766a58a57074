import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { isColored } from "./color_flag.ts";

function colored(choice: string, stdout: boolean, environment: Record<string, string> = {}): boolean {
  const host = new MemoryHost(undefined, environment);
  Object.assign(host.terminal, { stdout });
  return isColored(choice, host);
}

Deno.test("isColored() follows the flag, then FORCE_COLOR, then the terminal", () => {
  assertEquals([colored("always", false), colored("never", true, { FORCE_COLOR: "1" })], [true, false]);
  assertEquals([colored("auto", true), colored("auto", false)], [true, false]);
  assertEquals([colored("auto", false, { FORCE_COLOR: "1" }), colored("auto", false, { FORCE_COLOR: "0" })], [
    true,
    false,
  ]);
  for (const environment of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
    assertEquals(colored("auto", true, environment), false);
  }
  assertEquals(colored("auto", true, { NO_COLOR: "", FORCE_COLOR: "" }), true);
  diagnosticOf("invalid-flag-value", () => colored("sometimes", true));
});

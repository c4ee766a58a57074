/** The documentation of the library is complete. `scripts/library_test.ts` runs its examples. */

import { assertEquals } from "@std/assert";
import denoJson from "../../deno.json" with { type: "json" };
import { runQuietly } from "../run_program.ts";

Deno.test("everything that the library exports is documented: deno doc --lint", async () => {
  const { success, output } = await runQuietly(Deno.execPath(), ["doc", "--lint", ...Object.values(denoJson.exports)]);
  assertEquals([success, success ? "" : output], [true, ""]);
});

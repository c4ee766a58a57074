/**
 * Runs all golden cases once more on a disk in memory that behaves as that of Windows, except those that need other
 * programs or have a file whose name Windows does not allow.
 */

import { assertEquals } from "@std/assert";
import { differences } from "../scripts/golden/compare.ts";
import { type GoldenCase, listCases, readExpectation, readTree } from "../scripts/golden/golden_case.ts";
import { runOnWindows } from "../scripts/golden/run_case.ts";
import { isWindowsName } from "../src/testing/windows_disk.ts";

const { cases } = listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

/** Builds there, as it does by kustomize on Windows. */
const BACKSLASH = "messages/backslash_in_a_path";

function canBeOnWindows({ dir, needs }: GoldenCase): boolean {
  const paths = [...readTree(`${dir}/in`).keys()];
  return needs.length === 0 && paths.every((path) => path.split("/").every(isWindowsName));
}

for (const golden of cases) {
  Deno.test({
    name: `golden ${golden.name} on Windows`,
    ignore: !canBeOnWindows(golden),
    fn: async () => {
      const outcome = await runOnWindows(golden);
      if (golden.name === BACKSLASH) return assertEquals(outcome.exit, 0);
      const found = differences(readExpectation(golden), outcome);
      if (found.length > 0) throw new Error(found.join("\n"));
    },
  });
}

/**
 * Runs all golden cases in this process and in memory, except those that need other programs, which `deno task golden`
 * runs.
 */

import { differences } from "../scripts/golden/compare.ts";
import { listCases, readExpectation } from "../scripts/golden/golden_case.ts";
import { runInMemory } from "../scripts/golden/run_case.ts";

const { cases, faults } = listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

Deno.test("testdata contains only golden cases", () => {
  if (faults.length > 0) throw new Error(faults.join("\n"));
});

for (const golden of cases) {
  Deno.test({
    name: `golden ${golden.name}${golden.needs.length > 0 ? ` (needs ${golden.needs.join(", ")})` : ""}`,
    ignore: golden.needs.length > 0,
    fn: async () => {
      const found = differences(readExpectation(golden), await runInMemory(golden));
      if (found.length > 0) throw new Error(found.join("\n"));
    },
  });
}

/**
 * Runs golden cases that need other programs in this process, on disk: for mutation tests, which cannot see what
 * programs do. `deno task golden` runs them with programs, also those that need servers, which take longer.
 */

import { differences } from "../scripts/golden/compare.ts";
import { isServed, listCases, readExpectation } from "../scripts/golden/golden_case.ts";
import { missingPrograms } from "../scripts/golden/needs.ts";
import { runInProcess } from "../scripts/golden/run_case.ts";

const { cases } = listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

for (const golden of cases.filter(({ needs, dir }) => needs.length > 0 && !isServed(dir))) {
  Deno.test(`golden ${golden.name} in this process`, async () => {
    if ((await missingPrograms(golden)).length > 0) return;
    const found = differences(readExpectation(golden), await runInProcess(golden));
    if (found.length > 0) throw new Error(found.join("\n"));
  });
}

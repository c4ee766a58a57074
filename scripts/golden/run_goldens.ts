/**
 * `deno task golden [--filter=TEXT] [--sample=N] PROGRAM [WORD...]`: runs all golden cases, or those whose name
 * contains TEXT, or one in N, chosen by name, with a program, such as `dist/kust` or `deno run -A main.ts`. Ends with
 * the line `N passed, N failed`; fails if a case fails or the folder has problems.
 */

import { parseArgs } from "@std/cli";
import { sha256Hex } from "../../src/text/bytes/sha256.ts";
import { differences } from "./compare.ts";
import { type GoldenCase, listCases, readExpectation } from "./golden_case.ts";
import { missingPrograms } from "./needs.ts";
import { runProgram } from "./run_case.ts";

/** One job per processor core. */
const JOBS = navigator.hardwareConcurrency;

async function check(golden: GoldenCase, program: string[]): Promise<string[]> {
  try {
    return differences(readExpectation(golden), await runProgram(golden, program));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** New cases leave the choice among the others as it was. */
function isInSample(name: string, size: number): boolean {
  return parseInt(sha256Hex(new TextEncoder().encode(name)).slice(0, 8), 16) % size === 0;
}

/** Relative paths in the command are resolved from here, not from the case. */
function absolute(program: string[]): string[] {
  return program.map((word) => /^[^-].*\//.test(word) || /\.ts$/.test(word) ? Deno.realPathSync(word) : word);
}

if (import.meta.main) {
  const { cases, faults } = listCases("testdata");
  const { filter, sample, _: words }: { filter: string; sample: string; _: string[] } = parseArgs(Deno.args, {
    string: ["filter", "sample", "_"],
    default: { filter: "", sample: "1" },
    stopEarly: true,
  });
  const program = absolute(words);
  let passed = 0;
  const waiting = cases.filter(({ name }) => name.includes(filter) && isInSample(name, Number(sample)));
  const work = async (): Promise<void> => {
    for (let golden = waiting.shift(); golden !== undefined; golden = waiting.shift()) {
      const missing = await missingPrograms(golden);
      if (missing.length > 0) {
        console.log(`skipped ${golden.name}: needs ${missing.join(", ")}`);
        continue;
      }
      const found = await check(golden, program);
      if (found.length === 0) passed++;
      else faults.push(`${golden.name}: ${found.join("\n")}`);
    }
  };
  await Promise.all(Array.from({ length: JOBS }, work));
  for (const fault of faults) console.log(fault);
  console.log(`${passed} passed, ${faults.length} failed`);
  if (faults.length > 0) Deno.exit(1);
}

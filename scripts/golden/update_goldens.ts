/**
 * `deno task golden:update [TEXT]`: writes what the real kustomize v5.8.1 says as the expectation of each case whose name contains
 * TEXT; all without it. kust itself is asked for two things only: its own words where a case fails, and all of a case that
 * is marked `beyond`, once the real program has refused it for a command or flag that it does not have.
 */

import { exists, type GoldenCase, listCases, type Outcome, writeTree } from "./golden_case.ts";
import { realKustomize } from "./real_kustomize.ts";
import { runInMemory, runProgram } from "./run_case.ts";

const SOURCE = ["deno", "run", "--quiet", "-A", Deno.realPathSync("main.ts")];

async function update(golden: GoldenCase, kustomize: string): Promise<void> {
  const real = await runProgram(golden, [kustomize]);
  if (golden.beyond) {
    if (!/unknown (command|flag|shorthand flag)/.test(real.stderr)) {
      throw new Error(`${golden.name}: marked as beyond kustomize, which has it:\n${real.stderr || real.stdout}`);
    }
    write(golden, await runOurs(golden));
  } else if (real.exit === 0) write(golden, real);
  else write(golden, { ...real, stderr: (await runOurs(golden)).stderr });
}

function runOurs(golden: GoldenCase): Promise<Outcome> {
  return golden.needs.length > 0 ? runProgram(golden, SOURCE) : runInMemory(golden);
}

function write({ dir }: GoldenCase, outcome: Outcome): void {
  for (const name of ["exit", "stdout", "stderr", "error", "removed", "after"]) {
    if (exists(`${dir}/${name}`)) Deno.removeSync(`${dir}/${name}`, { recursive: true });
  }
  Deno.writeTextFileSync(`${dir}/exit`, `${outcome.exit}\n`);
  Deno.writeTextFileSync(`${dir}/stdout`, outcome.stdout);
  Deno.writeTextFileSync(`${dir}/${outcome.exit === 0 ? "stderr" : "error"}`, outcome.stderr);
  if (outcome.removed.length > 0) Deno.writeTextFileSync(`${dir}/removed`, outcome.removed.join("\n") + "\n");
  writeTree(`${dir}/after`, outcome.changed);
}

if (import.meta.main) {
  try {
    const kustomize = await realKustomize();
    const { cases, faults } = listCases("testdata");
    if (faults.length > 0) throw new Error(faults.join("\n"));
    const chosen = cases.filter((golden) => golden.name.includes(Deno.args[0] ?? ""));
    for (const golden of chosen) await update(golden, kustomize);
    console.log(`${chosen.length} of ${cases.length} cases written from ${kustomize}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}

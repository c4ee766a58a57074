/**
 * `deno task golden:update [TEXT]`: writes what the real kustomize v5.8.1 says as the expectation of each case whose name contains
 * TEXT; without it, of all, and kustomize's help, which a test compares. kust itself is asked for two things only: its own words where a case fails, and all of a case that
 * is marked `beyond`, once the real program has refused it for a command or flag that it does not have.
 */

import { exists, type GoldenCase, listCases, type Outcome, writeTree } from "./golden_case.ts";
import { readHelp } from "./read_help.ts";
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

/** What `kustomize … --help` prints, by the command's words, for each command that is listed; `openapi` is not. */
async function recordHelp(kustomize: string): Promise<Record<string, string>> {
  const recorded: Record<string, string> = {};
  const waiting = ["", "openapi"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { stdout } = await new Deno.Command(kustomize, { args: [...path.split(" "), "--help"].filter(Boolean) })
      .output();
    recorded[path] = new TextDecoder().decode(stdout);
    waiting.push(...readHelp(recorded[path]).commands.map((name) => `${path} ${name}`.trim()));
  }
  return recorded;
}

if (import.meta.main) {
  try {
    const kustomize = await realKustomize();
    const { cases, faults } = listCases("testdata");
    if (faults.length > 0) throw new Error(faults.join("\n"));
    const chosen = cases.filter((golden) => golden.name.includes(Deno.args[0] ?? ""));
    for (const golden of chosen) await update(golden, kustomize);
    if (Deno.args.length === 0) {
      Deno.writeTextFileSync(
        "testdata/kustomize_help.json",
        JSON.stringify(await recordHelp(kustomize), null, 2) + "\n",
      );
    }
    console.log(`${chosen.length} of ${cases.length} cases written from ${kustomize}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}

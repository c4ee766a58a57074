/**
 * `deno task golden:update [--check] [TEXT...]`: writes the expectations of each case whose name contains a TEXT, from the
 * real kustomize of the release that the case is for. Without TEXT it writes all, and also records kustomize's help and
 * how it parses git URLs. `--check` writes nothing, and fails if an expectation differs from kustomize.
 *
 * kust itself provides only two things: the error message if a case fails, and the whole result of a case marked
 * `beyond`, after the real program has rejected it because of a missing command, flag or field.
 */

import { parseArgs } from "@std/cli";
import { exists } from "../exists.ts";
import { differences } from "./compare.ts";
import { type GoldenCase, listCases, type Outcome, readExpectation, writeTree } from "./golden_case.ts";
import { missingPrograms } from "./needs.ts";
import { realKustomize } from "./real_kustomize.ts";
import { GIT_URLS_FILE, recordGitUrls } from "./record_git_urls.ts";
import { HELP_FILE, recordHelp } from "./record_help.ts";
import { runInMemory, runProgram } from "./run_case.ts";

const SOURCE = [Deno.execPath(), "run", "--quiet", "-A", Deno.realPathSync("main.ts")];

async function expectation(golden: GoldenCase): Promise<Outcome> {
  const kustomize = await realKustomize(golden.release);
  const real = await runProgram(golden, [kustomize]);
  if (!golden.beyond) return real.exit === 0 ? real : { ...real, stderr: (await runOurs(golden)).stderr };
  if (/unknown (command|flag|shorthand flag|field)/.test(real.stderr)) return await runOurs(golden);
  throw new Error(`marked as beyond kustomize, but kustomize has the feature:\n${real.stderr || real.stdout}`);
}

function runOurs(golden: GoldenCase): Promise<Outcome> {
  return golden.needs.length > 0 ? runProgram(golden, SOURCE) : runInMemory(golden);
}

function write({ expected: dir }: GoldenCase, outcome: Outcome): void {
  for (const name of ["exit", "stdout", "stderr", "error", "removed", "after"]) {
    if (exists(`${dir}/${name}`)) Deno.removeSync(`${dir}/${name}`, { recursive: true });
  }
  Deno.writeTextFileSync(`${dir}/exit`, `${outcome.exit}\n`);
  Deno.writeTextFileSync(`${dir}/stdout`, outcome.stdout);
  Deno.writeTextFileSync(`${dir}/${outcome.exit === 0 ? "stderr" : "error"}`, outcome.stderr);
  if (outcome.removed.length > 0) Deno.writeTextFileSync(`${dir}/removed`, outcome.removed.join("\n") + "\n");
  writeTree(`${dir}/after`, outcome.changed);
}

/** Writes or checks one case. Returns its problems. */
async function update(golden: GoldenCase, check: boolean): Promise<string[]> {
  try {
    const expected = await expectation(golden);
    if (check) return differences(expected, readExpectation(golden));
    write(golden, expected);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** A file with a record of the real program. */
async function updateRecord(
  file: string,
  record: (kustomize: string) => Promise<string>,
  kustomize: string,
  check: boolean,
) {
  const text = await record(kustomize);
  if (check) return text === Deno.readTextFileSync(file) ? [] : [`${file} differs from kustomize`];
  Deno.writeTextFileSync(file, text);
  return [];
}

async function updateAll(check: boolean, texts: readonly string[]): Promise<void> {
  const { cases, faults } = listCases("testdata");
  const isAll = texts.length === 0;
  let done = 0;
  for (const golden of cases.filter(({ name }) => isAll || texts.some((text) => name.includes(text)))) {
    const missing = await missingPrograms(golden);
    if (missing.length > 0) {
      console.log(`skipped ${golden.name}: needs ${missing.join(", ")}`);
      continue;
    }
    const found = await update(golden, check);
    if (found.length === 0) done++;
    else faults.push(`${golden.name}: ${found.join("\n")}`);
  }
  if (isAll) {
    const kustomize = await realKustomize();
    faults.push(...await updateRecord(HELP_FILE, recordHelp, kustomize, check));
    faults.push(...await updateRecord(GIT_URLS_FILE, recordGitUrls, kustomize, check));
  }
  for (const fault of faults) console.log(fault);
  console.log(check ? `${done} passed, ${faults.length} failed` : `${done} cases written, ${faults.length} faults`);
  if (faults.length > 0) Deno.exit(1);
}

if (import.meta.main) {
  const { check, _: texts }: { check: boolean; _: string[] } = parseArgs(Deno.args, {
    boolean: ["check"],
    string: ["_"],
  });
  try {
    await updateAll(check, texts);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}

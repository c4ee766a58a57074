/**
 * `deno task conformance [PART...] [-- PROGRAM [WORD...]]`: runs the recorded behaviour of kustomize v5.8.1 in
 * `../shared/conformance` with a program; by default dist/kust-bun if it exists, otherwise the source.
 *
 * `known_differences.json` lists the cases that differ, with reasons. A difference that is not listed fails, and so
 * does a listed
 * case that agrees, so the list can only shrink.
 */

import { parseArgs } from "@std/cli";
import { exists } from "./exists.ts";

const RUNNER = "../shared/conformance/run";

/** The parts, and how the runner reads them. */
const PARTS: [name: string, kind: "cases" | "real" | "scalars"][] = [
  ["cases/build", "cases"],
  ["cases/transformer", "cases"],
  ["cases/edit", "cases"],
  ["cases/localize", "cases"],
  ["fuzz", "cases"],
  ["scalars.jsonl", "scalars"],
  ["real", "real"],
];

/** Reasons by case, such as `cases/build/some__case__001`. */
export type KnownDifferences = Record<string, string>;

export interface Verdict {
  agree: number;
  /** Listed, and still different. */
  known: number;
  /** Different, and not listed. */
  unlisted: string[];
  /** Listed, and in agreement. */
  outdated: string[];
}

/** @param results Lines `agree NAME` and `differ NAME`, as the runner lists them. */
export function judge(part: string, results: string[], known: KnownDifferences): Verdict {
  const verdict: Verdict = { agree: 0, known: 0, unlisted: [], outdated: [] };
  for (const line of results) {
    const agrees = line.startsWith("agree ");
    const name = `${part}/${line.slice(line.indexOf(" ") + 1)}`;
    const listed = name in known;
    if (agrees) verdict.agree++;
    if (agrees && listed) verdict.outdated.push(name);
    if (!agrees && listed) verdict.known++;
    if (!agrees && !listed) verdict.unlisted.push(name);
  }
  return verdict;
}

async function runPart(name: string, kind: string, program: string[]): Promise<string[]> {
  const list = await Deno.makeTempFile();
  const jobs = String(navigator.hardwareConcurrency);
  const flags = ["--show", "0", "--jobs", jobs, "--list", list];
  await new Deno.Command(RUNNER, {
    args: [...flags, kind, `../shared/conformance/${name}`, "--", ...program],
    stdout: "null",
    // The real builds run without a home folder; `deno run` needs its cache.
    env: { DENO_DIR: Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME")}/.cache/deno` },
  }).spawn().status;
  const lines = Deno.readTextFileSync(list).split("\n").filter((line) => line !== "");
  Deno.removeSync(list);
  if (lines.length === 0) throw new Error(`${RUNNER} gave no result for ${name}; it needs python3`);
  return lines;
}

function defaultProgram(): string[] {
  return exists("dist/kust-bun") ? ["./dist/kust-bun"] : [Deno.execPath(), "run", "-A", Deno.realPathSync("main.ts")];
}

function report(name: string, verdict: Verdict, total: number): void {
  console.log(`${name}: ${verdict.agree} of ${total} agree, ${verdict.known} differ as listed`);
  for (const one of verdict.unlisted) console.log(`  differs, and is not listed: ${one}`);
  for (const one of verdict.outdated) console.log(`  is listed, but agrees: ${one}`);
}

if (import.meta.main) {
  if (!exists(RUNNER)) {
    console.log("the recorded cases (../shared/conformance) are not here: skipped\n0 passed, 0 failed");
    Deno.exit(0);
  }
  const known: KnownDifferences = JSON.parse(Deno.readTextFileSync("scripts/known_differences.json"));
  const { _: wanted, "--": words }: { _: string[]; "--": string[] } = parseArgs(Deno.args, {
    string: ["_"],
    "--": true,
  });
  const program = words.length === 0 ? defaultProgram() : words;
  let passed = 0;
  let failed = 0;
  for (const [name, kind] of PARTS) {
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    const results = await runPart(name, kind, program);
    const verdict = judge(name, results, known);
    report(name, verdict, results.length);
    passed += verdict.agree - verdict.outdated.length;
    failed += verdict.unlisted.length + verdict.outdated.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) Deno.exit(1);
}

/**
 * `deno task conformance [--release RELEASE] [PART...] [-- PROGRAM [WORD...]]`: compares a program (default:
 * dist/kust-bun, or else the source) with the recorded behaviour of kustomize's releases in `../shared/conformance`. It
 * runs all cases of the newest release and the one that most people pin; of the others, those in which releases differ.
 *
 * `known_differences.json` lists the cases that differ, with reasons. A difference that is not listed fails, and so
 * does a listed case that agrees, so the list can only shrink.
 */

import { parseArgs } from "@std/cli";
import { NEWEST, RELEASES } from "../src/compat/compat.ts";
import { exists } from "./exists.ts";

const ROOT = "../shared/conformance";
const RUNNER = `${ROOT}/run`;

/** The form of a part, for the runner. */
type Kind = "cases" | "real" | "scalars";

/** Cases that run together. */
interface Part {
  release: string;
  name: string;
  kind: Kind;
  /** Folders of the cases. Default: all below the folder of the part. */
  only?: string[];
}

const ALL: readonly [name: string, kind: Kind][] = [
  ["cases/build", "cases"],
  ["cases/transformer", "cases"],
  ["cases/edit", "cases"],
  ["cases/localize", "cases"],
  ["cases/found", "cases"],
  ["fuzz", "cases"],
  ["variants", "cases"],
  ["scalars.jsonl", "scalars"],
  ["real", "real"],
];

/** Releases of which all cases run. Most tools embed the second. */
const WHOLE = ["v5.8.3", "v5.8.1"];

function partsOf(release: string): Part[] {
  if (WHOLE.includes(release)) {
    // The repositories take minutes, and hardly any of them shows a difference between releases.
    return ALL.filter(([name]) => name !== "real" || release === NEWEST.release)
      .map(([name, kind]) => ({ release, name, kind }));
  }
  return [
    { release, name: "fuzz/changes", kind: "cases" },
    { release, name: "releases", kind: "cases", only: casesBelow(`${ROOT}/releases/${release}`) },
  ];
}

/** Folders with recorded cases of a release; `fuzz/changes` is a separate part. */
function casesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string) => {
    if (exists(`${folder}/${path}/exit`)) found.push(path.slice(1));
    else {for (const { name, isDirectory } of Deno.readDirSync(`${folder}/${path}`)) {
        if (isDirectory) walk(`${path}/${name}`);
      }}
  };
  walk("");
  return found.filter((path) => !path.startsWith("fuzz/changes/")).sort();
}

/** Reasons by case, such as `v5.8.3/cases/build/some__case__001`. */
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

async function runPart({ release, name, kind, only }: Part, program: string[]): Promise<string[]> {
  const folder = only === undefined ? `${ROOT}/${name}` : gathered(only);
  const lines = await runCases(release, kind, folder, program);
  if (only !== undefined) Deno.removeSync(folder, { recursive: true });
  if (lines.length !== (only?.length ?? lines.length) || lines.length === 0) {
    throw new Error(`${RUNNER} has no result for ${name}; it needs python3`);
  }
  return lines;
}

/** A folder of links to some cases, because the runner takes longer to start than a case takes. */
function gathered(cases: readonly string[]): string {
  const root = Deno.realPathSync(ROOT);
  const folder = Deno.makeTempDirSync();
  // The runner looks for the results of a release here.
  Deno.symlinkSync(`${root}/releases`, `${folder}/releases`);
  for (const path of cases) {
    Deno.mkdirSync(`${folder}/${path}`, { recursive: true });
    for (const part of ["case.json", "in"]) Deno.symlinkSync(`${root}/${path}/${part}`, `${folder}/${path}/${part}`);
  }
  return folder;
}

async function runCases(release: string, kind: Kind, folder: string, program: string[]): Promise<string[]> {
  const list = await Deno.makeTempFile();
  const jobs = String(navigator.hardwareConcurrency);
  const flags = ["--show", "0", "--jobs", jobs, "--list", list, "--release", release];
  await new Deno.Command(RUNNER, {
    args: [...flags, kind, folder, "--", ...program],
    stdout: "null",
    // The real builds run without a home folder; `deno run` needs its cache.
    env: { DENO_DIR: Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME")}/.cache/deno` },
  }).spawn().status;
  const lines = Deno.readTextFileSync(list).split("\n").filter((line) => line !== "");
  Deno.removeSync(list);
  return lines;
}

function defaultProgram(): string[] {
  return exists("dist/kust-bun") ? ["./dist/kust-bun"] : [Deno.execPath(), "run", "-A", Deno.realPathSync("main.ts")];
}

function report(name: string, verdict: Verdict, total: number): void {
  console.log(`${name}: ${verdict.agree} of ${total} agree, ${verdict.known} differ as listed`);
  for (const one of verdict.unlisted) console.log(`  differs, but is not listed: ${one}`);
  for (const one of verdict.outdated) console.log(`  is listed, but agrees: ${one}`);
}

if (import.meta.main) {
  if (!exists(RUNNER)) {
    console.log("the recorded cases (../shared/conformance) are missing: skipped\n0 passed, 0 failed");
    Deno.exit(0);
  }
  const known: KnownDifferences = JSON.parse(Deno.readTextFileSync("scripts/known_differences.json"));
  const { _: wanted, "--": words, release }: { _: string[]; "--": string[]; release?: string } = parseArgs(Deno.args, {
    string: ["_", "release"],
    "--": true,
  });
  const program = words.length === 0 ? defaultProgram() : words;
  let passed = 0;
  let failed = 0;
  const releases = release === undefined ? RELEASES.toReversed() : [release];
  for (const part of releases.flatMap(partsOf)) {
    if (wanted.length > 0 && !wanted.some((one) => part.name.includes(one))) continue;
    const results = await runPart(part, program);
    const name = part.name === "releases" ? part.release : `${part.release}/${part.name}`;
    const verdict = judge(name, results, known);
    report(`${part.release} ${part.name}`, verdict, results.length);
    passed += verdict.agree - verdict.outdated.length;
    failed += verdict.unlisted.length + verdict.outdated.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0) Deno.exit(1);
}

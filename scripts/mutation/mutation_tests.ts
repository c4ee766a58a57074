/**
 * `deno task mutate [--seed N] [--count N] [--only TEXT]`: makes random changes in src/, one at a time, and runs the
 * tests that reach the changed place, the nearest first and the goldens in memory before other tests, until one fails;
 * tests that take long only run for the changes that are left.
 * A change that no test notices is a gap in the tests, unless the code means the same after it. With TEXT, only files
 * with that in their path are changed. Works in a copy of the tree.
 */

import { parseArgs } from "@std/cli";
import { Random } from "../fuzz/random.ts";
import { type Plan, READY, type Verdict } from "./judge.ts";
import { findMutants, type NumberedMutant, overlap, switchable } from "./mutants.ts";
import { isTestFile, nearestFirst, takesLong } from "./selection.ts";
import { copyTree, type Tree } from "./tree_copy.ts";

/** How long the process that judges may say nothing: then its mutant makes a test endless. */
const MAX_SILENCE_MS = 5 * 60_000;
const POLL_MS = 1000;

function chooseMutants(tree: Tree, seed: number, count: number, only: string): NumberedMutant[] {
  const sources = tree.files.filter((path) => isMutable(path) && path.includes(only));
  const all = sources.flatMap((path) => findMutants(path, tree.original(path)));
  const chosen: NumberedMutant[] = [];
  for (const mutant of new Random(seed).shuffled(all)) {
    if (chosen.length === count) break;
    if (!chosen.some((other) => overlap(mutant, other))) chosen.push({ ...mutant, number: chosen.length });
  }
  console.log(`${chosen.length} of ${all.length} mutants`);
  return chosen;
}

/** Code that ships. */
function isMutable(path: string): boolean {
  return /^src\/(?!testing\/).*\.ts$/.test(path) && !path.endsWith("_test.ts");
}

function reachFile(tree: Tree): string {
  return `${tree.temp}/reach.json`;
}

/** Runs the process that judges until it ends or falls silent. Yields the verdicts that it comes to. */
async function* runJudge(tree: Tree, plan: Omit<Plan, "report" | "reach">): AsyncGenerator<Verdict> {
  const [file, report] = [`${tree.temp}/plan.json`, `${tree.temp}/report`];
  const reach = reachFile(tree);
  Deno.writeTextFileSync(file, JSON.stringify({ ...plan, report, reach } satisfies Plan));
  Deno.writeTextFileSync(report, "");
  const permissions = ["--allow-read", `--allow-write=${tree.root},${tree.temp},/dev/null`]
    .concat("--allow-env", "--allow-run", "--allow-net", "--allow-sys");
  const words = ["run", "--quiet", "--no-check", "--import-map=scripts/npm_import_map.json", ...permissions];
  const child = new Deno.Command(Deno.execPath(), {
    args: [...words, "scripts/mutation/judge.ts", file],
    cwd: tree.root,
    env: { TMPDIR: tree.temp, NO_COLOR: "1" },
    stdin: "null",
  }).spawn();
  const kill = () => killProcess(child);
  let isReady = false;
  globalThis.addEventListener("unload", kill);
  try {
    for await (const line of linesUntilEnd(child, report)) {
      if (line === READY) isReady = true;
      else if (line !== "") yield JSON.parse(line);
    }
  } finally {
    globalThis.removeEventListener("unload", kill);
  }
  if (!isReady) throw new Error("the tests do not run, though nothing is changed");
}

/** Stops a process, also one whose tests have made it ignore signals. */
function killProcess(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    // It has ended by itself in the meantime.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** The lines that a process writes to a file. Kills it if it falls silent. */
async function* linesUntilEnd(child: Deno.ChildProcess, file: string): AsyncGenerator<string> {
  let hasEnded = false;
  const end = child.status.then(() => hasEnded = true);
  let done = 0;
  let since = performance.now();
  while (true) {
    const isLast = hasEnded;
    const text = Deno.readTextFileSync(file);
    const lines = text.slice(done, text.lastIndexOf("\n") + 1).split("\n").slice(0, -1);
    if (lines.length > 0) since = performance.now();
    done = text.lastIndexOf("\n") + 1;
    yield* lines;
    if (isLast) return;
    if (performance.now() - since > MAX_SILENCE_MS) killProcess(child);
    await Promise.race([end, new Promise((wake) => setTimeout(wake, POLL_MS))]);
  }
}

/** Verdicts on all mutants, as they become final. */
async function* judgeAll(tree: Tree, mutants: readonly NumberedMutant[]): AsyncGenerator<Verdict> {
  const names = tree.files.filter(isTestFile);
  const files = nearestFirst("", names.map((file) => ({ file }))).map(({ file }) => file);
  for (const [path, own] of Map.groupBy(mutants, ({ path }) => path)) {
    tree.write(path, switchable(tree.original(path), own));
  }
  const open: Map<number, Verdict> = new Map();
  for await (const verdict of judgeBy(tree, files.filter((file) => !takesLong(file)), mutants)) {
    if (verdict.noticed) yield verdict;
    else open.set(verdict.number, verdict);
  }
  console.log(`${open.size} are left for tests that take long`);
  const left = mutants.filter(({ number }) => open.has(number));
  for await (const verdict of judgeBy(tree, files.filter(takesLong), left)) {
    yield verdict.noticed ? verdict : { ...verdict, why: `${open.get(verdict.number)!.why}; ${verdict.why}` };
  }
}

async function* judgeBy(
  tree: Tree,
  files: string[],
  mutants: readonly NumberedMutant[],
): AsyncGenerator<Verdict> {
  Deno.writeTextFileSync(reachFile(tree), "");
  const again: NumberedMutant[] = [];
  const waiting = [...mutants];
  while (waiting.length > 0) {
    for await (const verdict of runJudge(tree, { files, mutants: waiting, fromStart: false })) {
      const mutant = waiting.shift()!;
      if (verdict.again) again.push(mutant);
      else yield verdict;
    }
    const stuck = waiting.shift();
    if (stuck !== undefined) yield endless(stuck);
  }
  for (const mutant of again) yield await judgeAgain(tree, mutant, files);
}

async function judgeAgain(tree: Tree, mutant: NumberedMutant, files: string[]): Promise<Verdict> {
  for await (const verdict of runJudge(tree, { files, mutants: [mutant], fromStart: true })) return verdict;
  return endless(mutant);
}

function endless({ number }: NumberedMutant): Verdict {
  return { number, noticed: true, why: "the tests do not end", again: false };
}

async function mutate(tree: Tree, mutants: readonly NumberedMutant[]): Promise<boolean> {
  let noticed = 0;
  for await (const verdict of judgeAll(tree, mutants)) {
    const { path, line, change } = mutants[verdict.number]!;
    if (verdict.noticed) noticed++;
    console.log(`${verdict.noticed ? "noticed    " : "NOT NOTICED"} ${path}:${line}  ${change}  (${verdict.why})`);
  }
  console.log(`${noticed} passed, ${mutants.length - noticed} failed`);
  return noticed === mutants.length;
}

if (import.meta.main) {
  const { seed, count, only } = parseArgs(Deno.args, {
    string: ["seed", "count", "only"],
    default: { seed: "1", count: "100", only: "" },
  });
  const tree = await copyTree();
  globalThis.addEventListener("unload", tree.remove);
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, () => Deno.exit(1));
  let passed = false;
  try {
    passed = await mutate(tree, chooseMutants(tree, Number(seed), Number(count), only));
  } finally {
    tree.remove();
  }
  // The listeners would keep the process alive.
  Deno.exit(passed ? 0 : 1);
}

/**
 * The process that judges mutants: loads all tests once, learns which of them reach which mutant, and then turns the
 * mutants on, one after the other. Works on a copy of the tree in which all mutants can be turned on.
 */

import { Random } from "../fuzz/random.ts";
import type { NumberedMutant } from "./mutants.ts";
import { nearestFirst, testsOfSharedCode } from "./selection.ts";
import { createLinksByProgram, type LoadedTest, loadTests } from "./test_files.ts";

export interface Plan {
  files: string[];
  mutants: NumberedMutant[];
  /**
   * Whether the mutant, the only one, is on from the start. Otherwise mutants of code that has run already may pass
   * unnoticed.
   */
  fromStart: boolean;
  /** Where verdicts are appended, one per line. */
  report: string;
  /** Where the tests that pass are kept, with the mutants that each reaches, for a process that takes over. */
  reach: string;
}

type SavedReach = [test: string, numbers: number[], ms: number][];

export interface Verdict {
  number: number;
  noticed: boolean;
  why: string;
  /** Whether it must be judged again in a process that has it on from the start. */
  again: boolean;
}

/** The line of the report after which verdicts begin. */
export const READY = "ready";

/** How often the mutant may be reached in one test, and how often all places: some mutants make loops endless. */
const MAX_REACHED = 20_000_000;
const MAX_REACHED_IN_ALL = 1_000_000_000;

let active = -1;
let timesReached = 0;
let timesReachedInAll = 0;
const reached: Set<number> = new Set();

function mutantIsOn(number: number): boolean {
  reached.add(number);
  if (++timesReachedInAll > MAX_REACHED_IN_ALL) failEndless();
  if (number !== active) return false;
  if (++timesReached > MAX_REACHED) failEndless();
  return true;
}

function failEndless(): never {
  throw new Error("this does not end");
}

/** Tells the parent that something happens. */
function tell(plan: Plan, text: string): void {
  Deno.writeTextFileSync(plan.report, text, { append: true });
}

/** Whether an error came from code that no test awaits. `deno test` fails then, too. */
let hasStrayError = false;

function noteStrayErrors(): void {
  for (const type of ["unhandledrejection", "error"]) {
    globalThis.addEventListener(type, (event) => {
      event.preventDefault();
      hasStrayError = true;
    });
  }
}

async function passes(test: LoadedTest): Promise<boolean> {
  timesReached = timesReachedInAll = 0;
  hasStrayError = false;
  return await test.passes() && !hasStrayError;
}

async function loadAll(plan: Plan): Promise<LoadedTest[]> {
  const tests: LoadedTest[] = [];
  for (const file of plan.files) {
    try {
      tests.push(...await loadTests(file));
    } catch (error) {
      console.log(`set aside: ${file}: ${error instanceof Error ? error.message : error}`);
    }
    tell(plan, "\n");
  }
  return tests;
}

interface Reached {
  numbers: ReadonlySet<number>;
  /** How long the test takes. */
  ms: number;
}

type Reach = Map<LoadedTest, Reached>;

/** Tests that take longer come last: few mutants need them. */
const SLOW_MS = 500;

/** How many tests a mutant is given. One that so many do not notice is hardly noticed by others. */
const MAX_TESTS = 400;

/** The tests that pass, and the mutants that each reaches. */
async function findReach(plan: Plan, tests: readonly LoadedTest[]): Promise<Reach> {
  const reach: Reach = new Map();
  for (const test of tests) {
    reached.clear();
    const start = performance.now();
    const passed = await passes(test);
    if (passed) reach.set(test, { numbers: new Set(reached), ms: performance.now() - start });
    else console.log(`set aside: ${test.file}: ${test.name}`);
    tell(plan, "\n");
  }
  const saved: SavedReach = [...reach].map(([test, { numbers, ms }]) => [idOf(test), [...numbers], ms]);
  Deno.writeTextFileSync(plan.reach, JSON.stringify(saved));
  return reach;
}

function idOf({ file, name }: LoadedTest): string {
  return `${file}: ${name}`;
}

function readReach(text: string, tests: readonly LoadedTest[]): Reach {
  const byId = new Map(tests.map((test) => [idOf(test), test]));
  const reach: Reach = new Map();
  for (const [id, numbers, ms] of JSON.parse(text) as SavedReach) {
    const test = byId.get(id);
    if (test !== undefined) reach.set(test, { numbers: new Set(numbers), ms });
  }
  return reach;
}

async function judge(mutant: NumberedMutant, reach: Reach): Promise<Verdict> {
  const { number } = mutant;
  const direct = mixed([...reach]).filter(([, { numbers }]) => numbers.has(number))
    .map(([test, { ms }]) => ({ file: test.file, test, isSlow: ms > SLOW_MS }));
  const ordered = nearestFirst(mutant.path, direct).toSorted((a, b) => Number(a.isSlow) - Number(b.isSlow))
    .slice(0, MAX_TESTS);
  for (const { test } of ordered) {
    active = number;
    const passed = await passes(test);
    active = -1;
    if (passed) continue;
    // What the mutant has left in the process must not count for the next one.
    if (!await passes(test)) reach.delete(test);
    return { number, noticed: true, why: idOf(test), again: false };
  }
  const why = direct.length === 0 ? "no test reaches it" : `${ordered.length} of ${direct.length} tests pass`;
  // Code that runs once is reached by a single test, at its first use, or by none, while a module is loaded.
  return { number, noticed: false, why, again: mutant.runsOnce || direct.length <= 1 };
}

/** In an order without rule but always the same, because tests beside each other notice the same. */
function mixed<Item>(items: readonly Item[]): Item[] {
  return new Random(1).shuffled(items);
}

/** Judges the only mutant of a plan, which is on while the modules are loaded. */
async function judgeFromStart(plan: Plan, { number, path }: NumberedMutant): Promise<Verdict> {
  active = number;
  const passing = new Set((JSON.parse(Deno.readTextFileSync(plan.reach)) as SavedReach).map(([id]) => id));
  const tests: LoadedTest[] = [];
  for (const { file } of testsOfSharedCode(path, plan.files.map((file) => ({ file })))) {
    timesReached = timesReachedInAll = 0;
    const loaded = await loadTests(file).catch(() => undefined);
    if (loaded === undefined) return { number, noticed: true, why: `${file} cannot be loaded`, again: false };
    tests.push(...loaded.filter((test) => passing.has(idOf(test))));
  }
  const ordered = nearestFirst(path, tests);
  for (const test of ordered) {
    if (!await passes(test)) return { number, noticed: true, why: idOf(test), again: false };
    tell(plan, "\n");
  }
  return { number, noticed: false, why: `${ordered.length} tests pass`, again: false };
}

if (import.meta.main) {
  Object.assign(globalThis, { mutantIsOn });
  noteStrayErrors();
  createLinksByProgram();
  const [file] = Deno.args;
  if (file === undefined) throw new Error("which plan?");
  const plan: Plan = JSON.parse(Deno.readTextFileSync(file));
  const [first] = plan.mutants;
  if (plan.fromStart && first !== undefined) {
    tell(plan, `${READY}\n`);
    tell(plan, `${JSON.stringify(await judgeFromStart(plan, first))}\n`);
  } else {
    const tests = await loadAll(plan);
    const saved = Deno.readTextFileSync(plan.reach);
    const reach = saved === "" ? await findReach(plan, tests) : readReach(saved, tests);
    console.log(`${reach.size} tests pass without a change`);
    tell(plan, `${READY}\n`);
    for (const mutant of plan.mutants) tell(plan, `${JSON.stringify(await judge(mutant, reach))}\n`);
  }
  // Tests may have left timers.
  Deno.exit();
}

/**
 * Holds `affected` against builds: random changes of recorded repositories, each target built before and after. A
 * target that gets the same answers from the file system after a change as before is the same; of those only a sample
 * is built.
 *
 *     deno run -A scripts/affected/brute_force.ts [--count 200] [--seed 1] [FOLDER…]
 */

import { affectedTargets } from "../../src/affected/affected.ts";
import { isTransient } from "../../src/affected/transient.ts";
import { KustError } from "../../src/diagnostics/diagnostic.ts";
import type { FileSystem } from "../../src/load/file_system.ts";
import type { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import { renderDiagnostic } from "../../src/cli/output/render_diagnostic.ts";
import { build, printResources } from "../../src/pipeline/build.ts";
import { SharedReads } from "../../src/pipeline/context/shared_reads.ts";
import { searchTargets } from "../../src/targets/find_targets.ts";
import { Random } from "../fuzz/random.ts";
import { readTree, sameContent, type Tree } from "../golden/golden_case.ts";
import { treeInMemory } from "../golden/run_case.ts";
import { Answers } from "./answers.ts";
import { changeTree } from "./random_changes.ts";

/** What a target gave: its bytes or its errors. */
type Outcomes = ReadonlyMap<string, string>;

const ROOT = "/golden/case";

/** What was wrong with the answers for a tree. */
export interface Verdict {
  faults: string[];
  changes: number;
  /** How many targets there were, the sum of all changes, as the following. */
  targets: number;
  /** Gave another output. */
  really: number;
  /** Got another answer from the file system, or came or went. */
  touched: number;
  /** Were in the result of `affected`. */
  told: number;
}

/** Of the targets that nothing touched, one in so many is built nevertheless. */
const SAMPLE = 20;

/** Makes `count` random changes of a tree. */
export async function bruteForce(tree: Tree, count: number, seed: number): Promise<Verdict> {
  const verdict: Verdict = { faults: [], changes: 0, targets: 0, really: 0, touched: 0, told: 0 };
  const start = await buildBefore(tree);
  for (let round = 0; round < count; round++) {
    const random = new Random(seed * 100_003 + round);
    const { changed, done, modes } = changeTree(tree, random);
    const faults = await check(start, { changed, modes, random }, verdict);
    verdict.faults.push(...faults.map((fault) => `seed ${seed}, round ${round} (${done.join(", ")}): ${fault}`));
    verdict.changes++;
  }
  return verdict;
}

interface Start {
  tree: Tree;
  before: MemoryFileSystem;
  /** What each target asked of the files. */
  answers: Answers;
  outcomes: Outcomes;
  shared: SharedReads;
}

async function buildBefore(tree: Tree): Promise<Start> {
  const before = treeInMemory(tree);
  const answers = new Answers(before);
  const outcomes = new Map<string, string>();
  for (const path of targetsIn(before)) outcomes.set(path, await outcomeOf(answers.askedBy(path), path));
  return { tree, before, answers, outcomes, shared: new SharedReads() };
}

interface Change {
  changed: Tree;
  /** Files of which only the mode changed. */
  modes: readonly string[];
  random: Random;
}

async function check(start: Start, { changed, modes, random }: Change, verdict: Verdict): Promise<string[]> {
  const { tree, before, outcomes, answers, shared } = start;
  const differing = differences(tree, changed);
  const plain = treeInMemory(changed);
  const isOld = (path: string) => {
    const name = path.slice(ROOT.length + 1);
    return tree.has(name) && !differing.includes(name);
  };
  const after: FileSystem = bound(plain, (path) => isOld(path) ? before : undefined);
  const own = new SharedReads();
  const found = await affectedTargets(after, ["."], {
    changed: [...differing, ...modes].map((name) => `${ROOT}/${name}`),
    before,
  }, {
    build: { shared: sharing(own, shared) },
  });
  const told = new Map(found.targets.map((target) => [target.path, target]));
  const touched = answers.differing(plain);
  const really = new Set([...outcomes.keys()]);
  for (const path of targetsIn(after)) {
    verdict.targets++;
    const isSkipped = outcomes.has(path) && !touched.has(path) && !told.has(path) && !random.chance(1 / SAMPLE);
    if (isSkipped || outcomes.get(path) === await outcomeOf(after, path, sharing(own, shared))) really.delete(path);
    else really.add(path);
  }
  verdict.really += really.size;
  verdict.touched += new Set([...really, ...touched]).size;
  verdict.told += told.size;
  const missed = [...really].filter((path) => !told.has(path)).map((path) => `${path} changed, and is not told`);
  const untouched = [...told.values()].filter(({ path, error }) =>
    !really.has(path) && !touched.has(path) && !isTransient(error)
  ).map(({ path }) => `${path} is told, and got the same answers`);
  return [...missed, ...untouched];
}

function targetsIn(files: FileSystem): string[] {
  return searchTargets(".", files, false).targets.map(({ path }) => path);
}

async function outcomeOf(files: FileSystem, path: string, shared = new SharedReads()): Promise<string> {
  const { resources, errors: [error] } = await build(files, path, { shared });
  try {
    return error === undefined ? printResources(resources) : renderDiagnostic(error);
  } catch (error) {
    if (error instanceof KustError) return renderDiagnostic(error.diagnostic);
    throw error;
  }
}

/** Reads of one state of the files, with what both states parse. */
function sharing(own: SharedReads, both: SharedReads): SharedReads {
  for (const [files, read] of both.files) own.files.set(files, read);
  return Object.assign(own, { parsed: both.parsed });
}

/** The same files, of which some are told to be those of another file system. */
function bound(files: MemoryFileSystem, sameAs: (path: string) => FileSystem | undefined): FileSystem {
  return {
    cwd: () => files.cwd(),
    readFile: (path) => files.readFile(path),
    readText: (path) => files.readText(path),
    stat: (path) => files.stat(path),
    realPath: (path) => files.realPath(path),
    isLink: (path) => files.isLink(path),
    readLink: (path) => files.readLink(path),
    sameAs,
    readDir: (path) => files.readDir(path),
    writeFile: (path, content) => files.writeFile(path, content),
    replaceFile: (path, content) => files.replaceFile(path, content),
    makeDir: (path) => files.makeDir(path),
    remove: (path) => files.remove(path),
  };
}

function differences(before: Tree, after: Tree): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined || now === undefined || old instanceof Uint8Array) return !old || !sameContent(old, now);
    return now instanceof Uint8Array || old.link !== now.link;
  });
}

if (import.meta.main) {
  const [count, seed] = [numberAfter("--count", 200), numberAfter("--seed", 1)];
  const named = Deno.args.filter((arg, at) => !arg.startsWith("--") && !Deno.args[at - 1]?.startsWith("--"));
  const recorded = "../shared/conformance/real";
  const folders = named.length > 0
    ? named
    : [...Deno.readDirSync(recorded)].map(({ name }) => `${recorded}/${name}/tree`);
  let faults = 0;
  for (const folder of folders) {
    const start = performance.now();
    const verdict = await bruteForce(readTree(folder), count, seed);
    faults += verdict.faults.length;
    verdict.faults.forEach((fault) => console.error(`${folder}: ${fault}`));
    const seconds = Math.round((performance.now() - start) / 1000);
    const { changes, targets, really, touched, told } = verdict;
    const counts = `${targets} targets, ${touched} touched, ${really} really changed, ${told} told`;
    console.log(`${folder}: ${changes} changes, ${counts}, ${verdict.faults.length} faults, ${seconds} s`);
  }
  if (faults > 0) Deno.exit(1);
}

function numberAfter(flag: string, other: number): number {
  const at = Deno.args.indexOf(flag);
  return at < 0 ? other : Number(Deno.args[at + 1]);
}

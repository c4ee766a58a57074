/**
 * Holds `affected` against building everything: random changes of recorded repositories, each target built before and
 * after.
 *
 *     deno run -A scripts/affected/brute_force.ts [--count 200] [--seed 1] [FOLDER…]
 */

import { affectedTargets } from "../../src/affected/affected.ts";
import type { FileSystem } from "../../src/load/file_system.ts";
import type { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import { renderDiagnostic } from "../../src/cli/output/render_diagnostic.ts";
import { build, printResources } from "../../src/pipeline/build.ts";
import { SharedReads } from "../../src/pipeline/context/shared_reads.ts";
import { searchTargets } from "../../src/targets/find_targets.ts";
import { type Access, telling } from "../../src/testing/telling_file_system.ts";
import { Random } from "../fuzz/random.ts";
import { readTree, sameContent, type Tree } from "../golden/golden_case.ts";
import { treeInMemory } from "../golden/run_case.ts";
import { changeTree } from "./random_changes.ts";

/** What a target gave: its bytes or its errors. */
type Outcomes = ReadonlyMap<string, string>;

const ROOT = "/golden/case";

/** What was wrong with the answers for a tree; `checked` counts targets that really changed. */
export interface Verdict {
  faults: string[];
  changes: number;
  really: number;
  told: number;
}

/** Makes `count` random changes of a tree. */
export async function bruteForce(tree: Tree, count: number, seed: number): Promise<Verdict> {
  const verdict: Verdict = { faults: [], changes: 0, really: 0, told: 0 };
  const before = treeInMemory(tree);
  const shared = new SharedReads();
  const outcomes = await buildAll(before, shared);
  for (let round = 0; round < count; round++) {
    const random = new Random(seed * 100_003 + round);
    const { changed, done, modes } = changeTree(tree, random);
    const faults = await check({ tree, before, outcomes, shared }, changed, modes, verdict);
    verdict.faults.push(...faults.map((fault) => `seed ${seed}, round ${round} (${done.join(", ")}): ${fault}`));
    verdict.changes++;
  }
  return verdict;
}

interface Start {
  tree: Tree;
  before: MemoryFileSystem;
  outcomes: Outcomes;
  shared: SharedReads;
}

async function check(
  { tree, before, outcomes, shared }: Start,
  changed: Tree,
  modes: readonly string[],
  verdict: Verdict,
): Promise<string[]> {
  const differing = differences(tree, changed);
  const plain = treeInMemory(changed);
  const isOld = (path: string) => {
    const name = path.slice(ROOT.length + 1);
    return tree.has(name) && !differing.includes(name);
  };
  const after: FileSystem = bound(plain, (path) => isOld(path) ? before : undefined);
  const own = new SharedReads();
  const all = await buildAll(after, sharing(own, shared));
  const found = await affectedTargets(after, ["."], {
    changed: [...differing, ...modes].map((name) => `${ROOT}/${name}`),
    before,
  }, {
    build: { shared: sharing(own, shared) },
  });
  const told = new Set(found.targets.map(({ path }) => path));
  const really = [...new Set([...outcomes.keys(), ...all.keys()])].filter((path) =>
    outcomes.get(path) !== all.get(path)
  );
  verdict.really += really.length;
  verdict.told += told.size;
  const missed = really.filter((path) => !told.has(path)).map((path) => `${path} changed, and is not told`);
  const untouched: string[] = [];
  for (const path of told) {
    if (all.has(path) && !await touches(plain, path, differing)) {
      untouched.push(`${path} is told, and read nothing of it`);
    }
  }
  return [...missed, ...untouched];
}

/** Whether a build asks for a path that changed, for what it is in, or for what is in it. */
async function touches(files: MemoryFileSystem, target: string, differing: readonly string[]): Promise<boolean> {
  const accesses = new Set<string>();
  const told = telling(files, ({ path, asked }: Access) => accesses.add(path).add(asked));
  await build(told, target);
  const changed = differing.map((name) => `${ROOT}/${name}`);
  return [...accesses].some((path) =>
    changed.some((one) => one === path || one.startsWith(`${path}/`) || path.startsWith(`${one}/`) || files.isLink(one))
  );
}

async function buildAll(files: FileSystem, shared: SharedReads): Promise<Outcomes> {
  const outcomes = new Map<string, string>();
  for (const { path } of searchTargets(".", files, false).targets) {
    const { resources, errors } = await build(files, path, { shared });
    const error = errors.map((one) => renderDiagnostic(one)).join("");
    outcomes.set(path, error === "" ? printResources(resources) : error);
  }
  return outcomes;
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
    const { changes, really, told } = verdict;
    console.log(`${folder}: ${changes} changes, ${really} targets really changed, ${told} told, ${seconds} s`);
  }
  if (faults > 0) Deno.exit(1);
}

function numberAfter(flag: string, other: number): number {
  const at = Deno.args.indexOf(flag);
  return at < 0 ? other : Number(Deno.args[at + 1]);
}

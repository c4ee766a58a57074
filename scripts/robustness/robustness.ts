/**
 * `deno task robustness [--seed N] [--count N]`: projects with odd bytes, on file systems that fail and change at
 * random, given to the library and to all commands, in this process. Whatever is in the files, nothing may throw
 * anything but an input error, and no message may be one of a bug. Number N has the seed N, so `--seed N --count 1`
 * repeats it.
 */

import { parseArgs } from "@std/cli";
import process from "node:process";
import {
  affectedTargets,
  build,
  type Diagnostic,
  diffBuilds,
  FileError,
  type FileSystem,
  KustError,
  lint,
  type MemoryFileSystem,
  originOf,
  outputLines,
  printResources,
} from "../../mod.ts";
import { run } from "../../src/cli/run.ts";
import type { Host } from "../../src/host/host.ts";
import { FolderView } from "../../src/load/file_systems/folder_view.ts";
import { MemoryHost } from "../../src/testing/memory_host.ts";
import { makeProject } from "../fuzz/make_project.ts";
import { Mutator } from "../fuzz/mutate.ts";
import { treeOf } from "../fuzz/project.ts";
import { Random } from "../fuzz/random.ts";
import type { Tree } from "../golden/golden_case.ts";
import { treeInMemory } from "../golden/run_case.ts";
import { commandWords } from "./command_words.ts";
import { oddBytes } from "./odd_bytes.ts";
import { OddFileSystem } from "./odd_file_system.ts";

/** Of the processor. */
const MAX_SECONDS = 5;

interface Subject {
  random: Random;
  files: FileSystem;
  dir: string;
  paths: string[];
}

let mutator: Mutator | undefined;

/** The project of a seed, with odd bytes in some files. */
function subjectOf(seed: number): Subject {
  const random = new Random(seed);
  const { files, args: [, dir = "."] } = random.chance(0.5)
    ? makeProject(seed)
    : (mutator ??= new Mutator()).make(seed);
  const tree: Tree = new Map(treeOf({ files, args: [] }));
  const paths = [...tree.keys()];
  for (const path of random.some(paths, 0, 2)) {
    const content = tree.get(path);
    if (content instanceof Uint8Array) tree.set(path, oddBytes(random, content));
  }
  const rate = random.pick([0, 0, 0.02, 0.2]);
  return { random, files: withOdd(treeInMemory(tree), random, rate), dir, paths };
}

function withOdd(files: MemoryFileSystem, random: Random, rate: number): FileSystem {
  return rate === 0 ? files : new OddFileSystem(files, random, rate);
}

/** Throws for a message that a bug has made. A 'NaN' in quotes is a name in the input. */
function checkMessage(text: string): void {
  const fault = /internal error|undefined|\[object |(?<!')NaN|function [\w ]*\(|native code/.exec(text)?.[0];
  if (fault !== undefined) throw new Error(`'${fault}' in a message: ${text.slice(0, 2000)}`);
}

function checkDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { message, hint = "", notes = [] } of diagnostics) {
    for (const text of [message, hint, ...notes.map((note) => note.message)]) checkMessage(text);
  }
}

/** For what may throw the errors of input, by its contract. */
function unlessInputError(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!isInputError(error)) throw error;
  }
}

function isInputError(error: unknown): boolean {
  return error instanceof KustError || error instanceof FileError;
}

async function tryBuild({ files, dir, random }: Subject): Promise<void> {
  const options = { trace: random.chance(0.5), reads: random.chance(0.5) };
  const [before, after] = await Promise.all([build(files, dir, options), build(files, dir, options)]);
  checkDiagnostics([...before.errors, ...before.warnings]);
  diffBuilds(before, after, { showSecrets: random.chance(0.5) });
  for (const resource of before.resources) originOf(resource, "/metadata/name");
  unlessInputError(() => {
    printResources(before.resources);
    before.resources.forEach(outputLines);
  });
}

async function tryLint({ files, dir }: Subject): Promise<void> {
  checkDiagnostics((await lint(files, [dir])).findings);
}

async function tryAffected({ files, paths, random }: Subject): Promise<void> {
  const changed = paths.map((path) => `${files.cwd()}/${path}`).filter(() => random.chance(0.5));
  const before = random.chance(0.5) ? new FolderView(files, files.cwd()) : undefined;
  const { targets, problems } = await affectedTargets(files, ["."], { changed, before });
  checkDiagnostics([...problems, ...targets.flatMap(({ error }) => error ?? [])]);
}

async function tryCommand({ files, dir, paths, random }: Subject): Promise<void> {
  const memory = new MemoryHost();
  const host: Host = {
    fs: files,
    programName: "kust",
    platform: memory.platform,
    terminal: memory.terminal,
    readStdin: () => oddBytes(random, new TextEncoder().encode("a: b\n")),
    readPipe: (path) => memory.readPipe(path),
    writeStdout: () => {},
    writeStderr: (text) => memory.writeStderr(text),
    env: () => undefined,
    environment: () => ({}),
    now: () => memory.now(),
    run: (request) => memory.run(request),
    httpGet: (url) => memory.httpGet(url),
    makeTempDir: (prefix) => memory.makeTempDir(prefix),
  };
  const words = commandWords(random, dir, paths);
  await run(words, host);
  if (memory.stderr.includes("internal error")) throw new Error(`kust ${words.join(" ")}: ${memory.stderr}`);
}

const ATTEMPTS: Record<string, (subject: Subject) => Promise<void>> = {
  build: tryBuild,
  lint: tryLint,
  affected: tryAffected,
  command: tryCommand,
};

/** The faults that a seed shows. */
export async function faultsOf(seed: number): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, attempt] of Object.entries(ATTEMPTS)) {
    const start = process.cpuUsage();
    try {
      await attempt(subjectOf(seed));
    } catch (error) {
      if (name === "build" || !(error instanceof KustError)) {
        faults.push(`${name}: ${error instanceof Error ? error.stack ?? error.message : error}`);
      }
    }
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1_000_000;
    if (seconds > MAX_SECONDS) faults.push(`${name}: it took ${seconds.toFixed(1)} s`);
  }
  return faults;
}

if (import.meta.main) {
  const flags = parseArgs(Deno.args, { string: ["seed", "count"], default: { seed: "1", count: "1000" } });
  const first = Number(flags.seed);
  let failed = 0;
  for (let seed = first; seed < first + Number(flags.count); seed++) {
    const faults = await faultsOf(seed);
    if (faults.length > 0) failed++;
    for (const fault of faults) console.log(`seed ${seed}, ${fault}`);
  }
  console.log(`${Number(flags.count) - failed} passed, ${failed} failed`);
  if (failed > 0) Deno.exit(1);
}

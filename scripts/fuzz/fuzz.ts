/**
 * `deno task fuzz [--seed N] [--count N] [--mutate] [--release RELEASE] [--program "WORD..."] [--out FOLDER]`: builds
 * random projects with the real kustomize and with kust, and shows each that differs, shrunk. Project number N has the
 * seed N, so `--seed N --count 1` recreates it. With `--mutate`, projects are recorded cases and goldens with random
 * changes. Tells each minute, and when interrupted, how far it has come. Ends with `N passed, M failed`.
 *
 *     --release   the release of kustomize to compare with; default the newest
 *     --program   runs kust as a program, such as dist/kust-bun; by default it runs in this process
 *     --out       writes each shrunk project into a folder below FOLDER, as the start of a golden
 *     --no-shrink prints differences as they are found
 */

import { parseArgs } from "@std/cli";
import { NEWEST } from "../../src/compat/compat.ts";
import { exists } from "../exists.ts";
import { writeTree } from "../golden/golden_case.ts";
import { compareProject, type Comparison, type Programs } from "./compare_project.ts";
import { Mutator } from "./mutate.ts";
import { makeProject } from "./make_project.ts";
import { Progress } from "./progress.ts";
import { type Project, treeOf } from "./project.ts";
import { RealServer, serverProgram } from "./real_server.ts";
import { shrink } from "./shrink.ts";

interface Options {
  programs: Programs;
  make: (seed: number) => Project;
  out: string | undefined;
  shrink: boolean;
  progress: Progress;
}

/** A difference that only appears after other projects does not count: kustomize may have kept the schema of one. */
async function check(seed: number, options: Options): Promise<Comparison> {
  const project = options.make(seed);
  let found = await compareProject(project, options.programs);
  if (found.kind === undefined) return found;
  await options.programs.kustomize.close();
  found = await compareProject(project, options.programs);
  if (found.kind !== undefined) await show(seed, project, found, options);
  return found;
}

async function show(seed: number, project: Project, found: Comparison, options: Options): Promise<void> {
  const { kind } = found;
  const shown = ({ args }: Project, text: string) => `=== seed ${seed}: ${kind}: kust ${args.join(" ")}\n${text}`;
  if (options.shrink) options.progress.shrinking(shown(project, found.text));
  const differs = async (smaller: Project) => (await compareProject(smaller, options.programs)).kind === kind;
  const smallest = options.shrink ? await shrink(project, differs) : project;
  const { text } = await compareProject(smallest, options.programs);
  options.progress.show(shown(smallest, text));
  if (options.out === undefined) return;
  writeTree(`${options.out}/${seed}/in`, treeOf(smallest));
  Deno.writeTextFileSync(`${options.out}/${seed}/cmd`, `${smallest.args.join("\n")}\n`);
}

interface Flags {
  release: string;
  seed: string;
  count: string;
  program?: string;
  out?: string;
  mutate: boolean;
  shrink: boolean;
}

/** Calls `end` once: from a terminal, the signal comes to this process, and again by way of `deno task`. */
function onInterrupt(end: () => void): void {
  let isEnding = false;
  const endOnce = () => {
    if (!isEnding) end();
    isEnding = true;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) Deno.addSignalListener(signal, endOnce);
}

async function main(): Promise<void> {
  const flags: Flags = parseArgs(Deno.args, {
    string: ["release", "seed", "count", "program", "out"],
    boolean: ["mutate", "shrink"],
    negatable: ["shrink"],
    default: { release: NEWEST.release, seed: "1", count: "200", shrink: true },
  });
  const program = flags.program?.split(" ").map((word) => exists(word) ? Deno.realPathSync(word) : word);
  const programs = {
    release: flags.release,
    kustomize: new RealServer(await serverProgram(flags.release)),
    ...(program === undefined ? {} : { kust: program }),
  };
  const mutator = flags.mutate ? new Mutator() : undefined;
  const make = mutator === undefined ? makeProject : (seed: number) => mutator.make(seed);
  const [first, count] = [Number(flags.seed), Number(flags.count)];
  const progress = new Progress(count);
  const options = { programs, make, out: flags.out, shrink: flags.shrink, progress };
  onInterrupt(() => {
    progress.interrupted();
    programs.kustomize.close().finally(() => Deno.exit(1));
  });
  for (let seed = first; seed < first + count; seed++) progress.add(await check(seed, options));
  await programs.kustomize.close();
  progress.end();
  Deno.exit(progress.failed > 0 ? 1 : 0);
}

if (import.meta.main) await main();

/**
 * `deno task fuzz [--seed N] [--count N] [--mutate] [--release RELEASE] [--program "WORD..."] [--out FOLDER]`: builds
 * random projects with the real kustomize and with kust, and shows each that differs, shrunk. Project number N has the
 * seed N, so `--seed N --count 1` recreates it. With `--mutate`, projects are recorded cases and goldens with random
 * changes. Ends with `N passed, M failed`.
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
import { type Project, treeOf } from "./project.ts";
import { RealServer, serverProgram } from "./real_server.ts";
import { shrink } from "./shrink.ts";

interface Options {
  programs: Programs;
  make: (seed: number) => Project;
  out: string | undefined;
  shrink: boolean;
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
  const differs = async (smaller: Project) => (await compareProject(smaller, options.programs)).kind === kind;
  const smallest = options.shrink ? await shrink(project, differs) : project;
  const { text } = await compareProject(smallest, options.programs);
  console.log(`=== seed ${seed}: ${kind}: kust ${smallest.args.join(" ")}\n${text}`);
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
  const options = { programs, make, out: flags.out, shrink: flags.shrink };
  const first = Number(flags.seed);
  const last = first + Number(flags.count) - 1;
  let [failed, built] = [0, 0];
  for (let seed = first; seed <= last; seed++) {
    const found = await check(seed, options);
    if (found.kind !== undefined) failed++;
    if (found.built) built++;
  }
  await programs.kustomize.close();
  const count = last - first + 1;
  console.log(`${built} of ${count} projects can be built`);
  console.log(`${count - failed} passed, ${failed} failed`);
  if (failed > 0) Deno.exit(1);
}

if (import.meta.main) await main();

/** `kust build DIR DIR … -o OUT` and `kust build --all [ROOT] -o OUT`: many kustomizations in one process. */

import { build, type BuildResult } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { type Diagnostic, fail, KustError } from "../../diagnostics/diagnostic.ts";
import { told } from "../../diagnostics/tell.ts";
import type { Host } from "../../host/host.ts";
import { diagnosticOfFileError, FileError } from "../../load/file_system.ts";
import type { TargetChoice } from "../../targets/find_targets.ts";
import { progressLine } from "../output/progress_line.ts";
import type { BuildTarget } from "./build_targets.ts";
import { FolderOutput, type ManyOutput, StreamOutput } from "./many_output.ts";
import {
  failedOf,
  type ManyOutcome,
  reportAsJson,
  reportToGithub,
  reportToPeople,
  type TargetOutcome,
} from "./many_report.ts";
import { type ManyTargets, manyTargets } from "./many_targets.ts";
import { Profile } from "./profile.ts";

/** The request of a command line. */
export interface ManyRequest {
  paths: readonly string[];
  /** `--all`: every kustomization in and below the one path. */
  all: boolean;
  /** `-o`: the output folder, created if it is missing, or `-` for standard output. */
  output: string;
  /** Form of the report: `human`, `json` or `github`. */
  format: string;
  /** Whether findings of `lint` are errors. */
  strict: boolean;
  /** Whether to report only errors. */
  quiet: boolean;
  "fail-fast": boolean;
  profile: boolean;
  choice: TargetChoice;
}

/** How many builds may fetch remote sources concurrently. */
const AT_ONCE = 8;

/** Returns the exit code: 1 if a target failed. The other targets are still built, unless `--fail-fast` is given. */
export async function buildMany(request: ManyRequest, options: BuildOptions, host: Host): Promise<number> {
  checkOutput(request);
  const found = manyTargets(request.paths, request.all, request.choice, host.fs);
  const outcome = await buildAll(request, found, options, host);
  report(request, outcome, host);
  return failedOf(outcome.outcomes).length + outcome.problems.length === 0 ? 0 : 1;
}

function checkOutput({ output, format }: ManyRequest): void {
  if (output === "") {
    fail("missing-flag", "building several kustomizations needs an output folder", {
      hint: "add -o DIR: each is written to a file in it, named after its folder; -o - prints all",
    });
  }
  if (output === "-" && format !== "human") {
    fail("flag-conflict", `-o - and --format ${format} exclude each other: both write to standard output`);
  }
}

async function buildAll(
  request: ManyRequest,
  found: ManyTargets,
  options: BuildOptions,
  host: Host,
): Promise<ManyOutcome> {
  const { targets, components, problems, isGone } = found;
  const start = host.now();
  const profile = request.profile ? new Profile(host) : undefined;
  const output = request.output === "-" ? new StreamOutput(host, targets) : new FolderOutput(host, request.output);
  const builder = request.strict ? (await import("../../lint/strict.ts")).strictBuild : build;
  const shared = { ...options, shared: new SharedReads(), ...profile && { phases: profile } };
  const runner = new Runner(output, (path) => builder(host.fs, path, shared), host);
  // Phases are those of one build at a time, and nothing more is to start after a failure.
  const atOnce = profile !== undefined || request["fail-fast"] ? 1 : AT_ONCE;
  await runner.runAll(targets, atOnce, request["fail-fast"]);
  const outcomes = runner.outcomes.sort((a, b) => a.target.path < b.target.path ? -1 : 1);
  const removed = output.end(isGone);
  if (profile !== undefined) host.writeStderr(profile.text());
  return { outcomes, count: targets.length, components, problems, removed, milliseconds: host.now() - start };
}

function report({ format, quiet, output }: ManyRequest, outcome: ManyOutcome, host: Host): void {
  if (format === "json") host.writeStdout(reportAsJson(outcome, output));
  else if (format === "github") reportToGithub(outcome, host);
  else reportToPeople(outcome, quiet, host);
}

class Runner {
  readonly outcomes: TargetOutcome[] = [];
  readonly #output: ManyOutput;
  readonly #build: (path: string) => Promise<BuildResult>;
  readonly #host: Host;

  constructor(output: ManyOutput, build: (path: string) => Promise<BuildResult>, host: Host) {
    this.#output = output;
    this.#build = build;
    this.#host = host;
  }

  /** Starts the next target when one ends or waits, so that the times of local builds do not overlap. */
  async runAll(targets: readonly BuildTarget[], atOnce: number, failFast: boolean): Promise<void> {
    const progress = progressLine(this.#host);
    const running = new Set<Promise<void>>();
    for (const target of targets) {
      while (running.size >= atOnce) await Promise.race(running);
      if (failFast && failedOf(this.outcomes).length > 0) break;
      progress?.(progressText(this.outcomes.length, targets.length, target.path));
      const one: Promise<void> = this.#run(target).then((outcome) => {
        this.outcomes.push(outcome);
        running.delete(one);
      });
      running.add(one);
      await untilItWaits(one);
    }
    await Promise.all(running);
    progress?.("");
  }

  async #run(target: BuildTarget): Promise<TargetOutcome> {
    const start = this.#host.now();
    const { resources, warnings, errors } = await this.#build(target.path);
    const problems = errors.length > 0 ? errors : await Promise.all(this.#write(target, resources).map(told));
    if (problems.length > 0) this.#output.failed(target);
    return { target, milliseconds: this.#host.now() - start, warnings, errors: problems };
  }

  #write(target: BuildTarget, resources: BuildResult["resources"]): Diagnostic[] {
    try {
      this.#output.write(target, resources);
      return [];
    } catch (error) {
      if (error instanceof KustError) return [error.diagnostic];
      if (error instanceof FileError) return [diagnosticOfFileError(error)];
      throw error;
    }
  }
}

/** A build that never waits for anything outside the program ends before any timer. */
async function untilItWaits(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([work, new Promise((resolve) => timer = setTimeout(resolve))]);
  clearTimeout(timer);
}

function progressText(done: number, count: number, path: string): string {
  const width = 20;
  const filled = Math.round(done / count * width);
  return `[${"#".repeat(filled)}${" ".repeat(width - filled)}] ${done}/${count} ${path}`;
}

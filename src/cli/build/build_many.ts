/** `kust build DIR DIR … -o OUT` and `kust build --all [ROOT] -o OUT`: many kustomizations in one process. */

import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { ManyRequest } from "./many_request.ts";
import { FolderOutput, StreamOutput } from "./many_output.ts";
import { failedOf, type ManyOutcome, reportAsJson, reportToGithub, reportToPeople } from "./many_report.ts";
import { Runner } from "./many_runner.ts";
import { type ManyTargets, manyTargets } from "./many_targets.ts";
import { Profile } from "./profile.ts";
import { compareTexts } from "../../text/compare.ts";

/** How many builds may fetch remote sources concurrently. */
const AT_ONCE = 8;

/** Returns the exit code: 1 if a target failed. The other targets are still built, unless `--fail-fast` is given. */
export async function buildMany(request: ManyRequest, options: BuildOptions, host: Host): Promise<number> {
  checkOutput(request, host);
  if (request.watch) return await (await import("./watch_many.ts")).watchMany(request, options, host);
  host.compileEarly?.();
  const shared = new SharedReads();
  const found = manyTargets(request.paths, request.all, request.choice, host.fs, shared);
  const outcome = await buildAll(request, found, { ...options, shared }, host);
  report(request, outcome, host);
  return failedOf(outcome.outcomes).length + outcome.problems.length === 0 ? 0 : 1;
}

function checkOutput({ output, format, watch, profile }: ManyRequest, { fs }: Host): void {
  if (output === "") {
    fail("missing-flag", "building several kustomizations needs an output folder", {
      hint: "add -o DIR: each is written to a file in it, named after its folder; -o - prints all",
    });
  }
  if (output !== "-" && fs.stat(output)?.isDirectory === false) {
    fail("not-a-folder", `'${output}' is a file, and several kustomizations need a folder`, { file: output });
  }
  if (watch && (output === "-" || format !== "human" || profile)) {
    fail(
      "flag-conflict",
      "--watch of several kustomizations needs an output folder, and excludes --format and --profile",
    );
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
  const profiled = { ...options, ...profile && { phases: profile } };
  const runner = new Runner(output, (path) => builder(host.fs, path, profiled), host);
  // Phases are those of one build at a time, and nothing more is to start after a failure.
  const atOnce = profile !== undefined || request["fail-fast"] ? 1 : AT_ONCE;
  await runner.runAll(targets, atOnce, request["fail-fast"]);
  const outcomes = runner.outcomes.sort((a, b) => compareTexts(a.target.path, b.target.path));
  const removed = output.end(isGone);
  if (profile !== undefined) host.writeStderr(profile.text());
  return { outcomes, count: targets.length, components, problems, removed, milliseconds: host.now() - start };
}

function report({ format, quiet, output }: ManyRequest, outcome: ManyOutcome, host: Host): void {
  if (format === "json") host.writeStdout(reportAsJson(outcome, output));
  else if (format === "github") reportToGithub(outcome, host);
  else reportToPeople(outcome, quiet, host);
}

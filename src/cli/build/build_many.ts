/** `kust build DIR DIR … -o OUT` and `kust build --all [ROOT] -o OUT`: many kustomizations in one process. */

import { build, type BuildResult } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { type Diagnostic, fail, KustError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { FileError } from "../../load/file_system.ts";
import { dirName, joinPath } from "../../text/paths.ts";
import { told } from "../../diagnostics/tell.ts";
import { findTargets, type TargetChoice } from "../../targets/find_targets.ts";
import { type BuildTarget, foundTargets, namedTargets } from "./build_targets.ts";
import { shardOf } from "../../targets/shard.ts";
import { githubAnnotations } from "../output/github.ts";
import { progressLine } from "../output/progress_line.ts";
import { renderWarning, shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { printed, writeTo } from "./write_output.ts";

export interface ManyTargets {
  paths: readonly string[];
  /** `--all`: every kustomization in and below the one path. */
  all: boolean;
  /** `-o`: the output folder, created if it is missing. */
  output: string;
  /** Form of the errors: `human` or `github`. */
  format: string;
  /** Whether findings of `lint` are errors. */
  strict: boolean;
  choice: TargetChoice;
}

/**
 * How many builds may fetch remote sources concurrently. A build of local files never waits, so it ends before the next
 * starts.
 */
const AT_ONCE = 8;

/** Returns the exit code: 1 if a target failed. The other targets are still built. */
export async function buildMany(asked: ManyTargets, options: BuildOptions, host: Host): Promise<number> {
  if (asked.output === "") {
    fail("missing-flag", "building several kustomizations needs an output folder", {
      hint: "add -o DIR: each is written to a file in it, named after its folder",
    });
  }
  const { targets, components } = targetsOf(asked, host);
  const builder = asked.strict ? (await import("../../lint/strict.ts")).strictBuild : build;
  const renderer = new Renderer(asked.output, { ...options, shared: new SharedReads() }, host, builder);
  await renderer.renderAll(targets);
  if (asked.format === "github") renderer.annotate();
  return renderer.summarize(targets.length, components.length);
}

function targetsOf({ paths, all, choice }: ManyTargets, { fs }: Host) {
  if (!all) return { targets: shardOf(namedTargets(paths, fs), choice.shard), components: [] };
  if (paths.length > 1) {
    fail("too-many-arguments", `--all takes one folder, ${paths.length} given: ${paths.join(" ")}`, {
      hint: "leave out --all to build only these folders",
    });
  }
  const root = paths[0] ?? ".";
  if (fs.stat(root)?.isDirectory !== true) fail("not-found", `there is no folder '${root}'`, { file: root });
  const { targets, components } = findTargets(root, fs, choice);
  return { targets: foundTargets(root, targets, fs), components };
}

class Renderer {
  readonly #output: string;
  readonly #options: BuildOptions;
  readonly #host: Host;
  readonly #progress: ((line: string) => void) | undefined;
  /** How many targets have each warning. */
  readonly #warnings = new Map<string, number>();
  readonly #failed: { target: BuildTarget; errors: Diagnostic[] }[] = [];
  /** Folders known to exist. */
  readonly #folders = new Set<string>();
  readonly #build: typeof build;
  #done = 0;

  constructor(output: string, options: BuildOptions, host: Host, builder: typeof build) {
    this.#build = builder;
    this.#output = output;
    this.#options = options;
    this.#host = host;
    this.#progress = progressLine(host);
  }

  async renderAll(targets: readonly BuildTarget[]): Promise<void> {
    const waiting = targets.values();
    const work = async () => {
      for (const target of waiting) {
        this.#progress?.(progressText(this.#done, targets.length, target.path));
        await this.#render(target);
        this.#done++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.#progress?.("");
  }

  /** The errors as annotations of a pull request. */
  annotate(): void {
    const annotations = this.#failed.toSorted(byPath).flatMap(({ target, errors }) =>
      errors.map((error) => ({ ...error, level: "error" as const, title: `${target.path} [${error.code}]` }))
    );
    this.#host.writeStdout(githubAnnotations(annotations, this.#host));
  }

  /** One summary at the end: the errors by target, each distinct warning, and the counts. */
  summarize(count: number, components: number): number {
    for (const [warning, times] of this.#warnings) {
      this.#host.writeStderr(times === 1 ? warning : warning.replace(/\n$/, ` (${times} times)\n`));
    }
    for (const { target, errors } of this.#failed.sort(byPath)) {
      this.#host.writeStderr(`${shown(target.path)}:\n`);
      reportErrors(errors, this.#host);
    }
    const failed = this.#failed.length;
    const parts = [`${count - failed} built`, `${failed} failed`];
    if (components > 0) parts.push(`${components} ${components === 1 ? "component" : "components"} skipped`);
    this.#host.writeStderr(`${parts.join(", ")}\n`);
    return failed === 0 ? 0 : 1;
  }

  async #render(target: BuildTarget): Promise<void> {
    const { resources, warnings, errors } = await this.#build(this.#host.fs, target.path, this.#options);
    for (const warning of warnings) {
      const text = renderWarning(warning);
      this.#warnings.set(text, (this.#warnings.get(text) ?? 0) + 1);
    }
    const problems = errors.length > 0 ? errors : await Promise.all(this.#write(target, resources).map(told));
    if (problems.length > 0) this.#failed.push({ target, errors: problems });
  }

  #write(target: BuildTarget, resources: BuildResult["resources"]): Diagnostic[] {
    try {
      const parts = printed(resources);
      const file = joinPath(this.#output, target.file);
      this.#makeFolder(dirName(file));
      writeTo(this.#host.fs, file, parts);
      return [];
    } catch (error) {
      if (error instanceof KustError) return [error.diagnostic];
      if (error instanceof FileError) return [{ code: "file-error", message: error.message }];
      throw error;
    }
  }

  #makeFolder(path: string): void {
    if (this.#folders.has(path)) return;
    this.#host.fs.makeDir(path);
    this.#folders.add(path);
  }
}

function progressText(done: number, count: number, path: string): string {
  const width = 20;
  const filled = Math.round(done / count * width);
  return `[${"#".repeat(filled)}${" ".repeat(width - filled)}] ${done}/${count} ${path}`;
}

function byPath(a: { target: BuildTarget }, b: { target: BuildTarget }): number {
  return a.target.path < b.target.path ? -1 : 1;
}

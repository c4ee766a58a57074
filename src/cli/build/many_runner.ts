/** Builds targets and writes them. */

import type { BuildResult } from "../../pipeline/build.ts";
import { type Diagnostic, KustError } from "../../diagnostics/diagnostic.ts";
import { told } from "../../diagnostics/tell.ts";
import type { Host } from "../../host/host.ts";
import { diagnosticOfFileError, FileError } from "../../load/file_system.ts";
import { progressLine } from "../output/progress_line.ts";
import { sideBySide } from "../side_by_side.ts";
import type { BuildTarget } from "./build_targets.ts";
import type { ManyOutput } from "./many_output.ts";
import { failedOf, type TargetOutcome } from "./many_report.ts";

export class Runner {
  readonly outcomes: TargetOutcome[] = [];
  readonly #output: ManyOutput;
  readonly #build: (path: string) => Promise<BuildResult>;
  readonly #host: Host;

  constructor(output: ManyOutput, build: (path: string) => Promise<BuildResult>, host: Host) {
    this.#output = output;
    this.#build = build;
    this.#host = host;
  }

  async runAll(targets: readonly BuildTarget[], atOnce: number, failFast: boolean): Promise<void> {
    const progress = progressLine(this.#host);
    const build = async (target: BuildTarget) => {
      progress?.(progressText(this.outcomes.length, targets.length, target.path));
      this.outcomes.push(await this.#run(target));
    };
    await sideBySide(targets, atOnce, build, () => !failFast || failedOf(this.outcomes).length === 0);
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

function progressText(done: number, count: number, path: string): string {
  const width = 20;
  const filled = Math.round(done / count * width);
  return `[${"#".repeat(filled)}${" ".repeat(width - filled)}] ${done}/${count} ${path}`;
}

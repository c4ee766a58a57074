/** Builds one target after the other, and those that wait for remote sources side by side. */

import type { BuildResult } from "../../pipeline/build.ts";
import { type Diagnostic, KustError } from "../../diagnostics/diagnostic.ts";
import { told } from "../../diagnostics/tell.ts";
import type { Host } from "../../host/host.ts";
import { diagnosticOfFileError, FileError } from "../../load/file_system.ts";
import { progressLine } from "../output/progress_line.ts";
import type { BuildTarget } from "./build_targets.ts";
import type { ManyOutput } from "./many_output.ts";
import { failedOf, type TargetOutcome } from "./many_report.ts";

/** Builds targets and writes them. */
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

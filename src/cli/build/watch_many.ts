/** `kust build --all --watch`: builds those targets again that read something that changed. */

import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { realPathOfName } from "../../load/real_path.ts";
import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { SharedReads } from "../../pipeline/context/shared_reads.ts";
import { isWithin } from "../../text/paths.ts";
import { SeenFiles } from "../../watch/seen_files.ts";
import { nextChange } from "../../watch/watcher.ts";
import { LastRun } from "../last_run.ts";
import { reportErrors } from "../output/report.ts";
import type { ManyRequest } from "./many_request.ts";
import { FolderOutput } from "./many_output.ts";
import { reportToPeople } from "./many_report.ts";
import { Runner } from "./many_runner.ts";
import { manyTargets } from "./many_targets.ts";
import { changedText, watchOf } from "./watch_build.ts";

/** Ends only when `signal` is aborted. Throws `KustError` if there is nothing to build at first. */
export async function watchMany(
  request: ManyRequest,
  options: BuildOptions,
  host: Host,
  signal?: AbortSignal,
): Promise<number> {
  const watch = watchOf(host);
  const session = new Session(request, options, host);
  await session.build();
  for (;;) {
    const all = await nextChange(session.seen, watch, signal);
    if (all === undefined) return 0;
    // The output folder may be in the folder that is searched.
    const output = host.fs.stat(request.output) === undefined ? undefined : host.fs.realPath(request.output);
    const changed = all.filter((path) => output === undefined || !isWithin(realPathOfName(path, host.fs), output));
    if (changed.length === 0) continue;
    host.writeStderr(changedText(changed, host));
    await session.buildAgain(changed);
  }
}

class Session {
  readonly seen: SeenFiles;
  readonly #last: LastRun<true>;
  readonly #request: ManyRequest;
  readonly #options: BuildOptions;
  readonly #host: Host;

  constructor(request: ManyRequest, options: BuildOptions, host: Host) {
    this.seen = new SeenFiles(host.fs);
    this.#last = new LastRun(this.seen);
    this.#request = request;
    this.#options = options;
    this.#host = host;
  }

  async buildAgain(changed: readonly string[]): Promise<void> {
    this.#last.forget(changed);
    try {
      await this.build();
    } catch (error) {
      if (!(error instanceof KustError)) throw error;
      reportErrors([error.diagnostic], this.#host);
    }
  }

  async build(): Promise<void> {
    const { paths, all, choice, output, quiet } = this.#request;
    const start = this.#host.now();
    const found = manyTargets(paths, all, choice, this.seen);
    const targets = found.targets.filter(({ path }) => this.#last.get(path) === undefined);
    const folder = new FolderOutput(this.#host, output);
    const runner = await this.#runner(folder);
    await runner.runAll(targets, 1, this.#request["fail-fast"]);
    const removed = folder.end(found.isGone);
    this.#last.retain(new Set(found.targets.map(({ path }) => path)));
    const milliseconds = this.#host.now() - start;
    const { components, problems } = found;
    const outcome = { outcomes: runner.outcomes, count: targets.length, components, problems, removed, milliseconds };
    if (targets.length + removed.length + problems.length > 0) reportToPeople(outcome, quiet, this.#host);
  }

  async #runner(folder: FolderOutput): Promise<Runner> {
    const builder = this.#request.strict ? (await import("../../lint/strict.ts")).strictBuild : build;
    const options = { ...this.#options, shared: new SharedReads(), reads: true };
    return new Runner(folder, async (path) => {
      const result = await builder(this.seen, path, options);
      this.#last.keep(path, true, result);
      return result;
    }, this.#host);
  }
}

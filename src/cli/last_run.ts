/** With `--watch`: results for targets whose files have not changed since. */

import { ChangeSet } from "../affected/change_set.ts";
import { touchedBy } from "../affected/touched.ts";
import { isTransient } from "../affected/transient.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../host/host.ts";
import type { FileSystem } from "../load/file_system.ts";
import { realPathOfName } from "../load/real_path.ts";
import { isPathRead, type Read } from "../reads/read.ts";
import { dirName } from "../text/paths.ts";
import type { SeenFiles } from "../watch/seen_files.ts";
import { seeTrees } from "./build/watch_build.ts";
import type { RunAgain } from "./command.ts";

/** What a result was made of. */
interface Built {
  reads?: readonly Read[] | undefined;
  errors: readonly Diagnostic[];
}

interface Kept<Result> {
  result: Result;
  reads: readonly Read[];
}

export class LastRun<Result> {
  readonly #seen: SeenFiles;
  #kept = new Map<string, Kept<Result>>();

  constructor(seen: SeenFiles) {
    this.#seen = seen;
  }

  get(target: string): Result | undefined {
    return this.#kept.get(target)?.result;
  }

  /** Keeps the result of builds with recorded reads, unless an error may go away by itself. */
  keep(target: string, result: Result, ...builds: readonly Built[]): void {
    const reads = builds.flatMap((built) => built.reads ?? []);
    seeTrees(this.#seen, reads);
    const isSure = !builds.some(({ errors }) => errors.some(isTransient));
    if (isSure) this.#kept.set(target, { result, reads });
    else this.#kept.delete(target);
  }

  /** Forgets the results for which something was read that has changed. */
  forget(changed: readonly string[]): void {
    const { files } = this.#seen;
    const set = new ChangeSet({ changed: changed.flatMap((path) => realPaths(path, files)) }, files);
    const isTouched = (read: Read) => isPathRead(read) && touchedBy(read, set) !== undefined;
    this.#kept = new Map([...this.#kept].filter(([, { reads }]) => !reads.some(isTouched)));
  }

  /** Forgets all other targets. */
  retain(targets: ReadonlySet<string>): void {
    this.#kept = new Map([...this.#kept].filter(([target]) => targets.has(target)));
  }
}

/** A command that, with `--watch`, runs again with what is left of its last run. */
export function keepingResults<Result>(
  seen: SeenFiles,
  run: (host: Host, last: LastRun<Result>) => Promise<number>,
): RunAgain {
  const last = new LastRun<Result>(seen);
  return (host, changed = []) => {
    last.forget(changed);
    return run(host, last);
  };
}

/** The path as recorded in reads, and the links on the way, any of which may have changed. */
function realPaths(path: string, files: FileSystem): string[] {
  const real = realPathOfName(path, files);
  const links: string[] = [];
  for (let at = path; at !== dirName(at); at = dirName(at)) if (files.isLink(at)) links.push(realPathOfName(at, files));
  return [real, ...links];
}

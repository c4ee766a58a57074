/** Records what a build reads, if the caller asked for it (`BuildOptions.reads`). No method affects the build. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { ClonedRepo, RepoSpec } from "./remote/remote.ts";

export interface ReadObserver {
  /** Attributes reads of `work` to the text at `place`, until the promise that it may return is settled. */
  asking<T>(place: Place | undefined, work: () => T): T;
  repository(spec: RepoSpec, clone: ClonedRepo): void;
  httpFile(url: string): void;
  /** @param folder Its folder on the disk; helm reads everything in it. */
  chart(chart: { name: string; version: string; repo: string }, folder: string): void;
  /** @param folder The folder that it runs in, where it may read anything. */
  program(path: string, folder: string): void;
}

/** Is told what a build reads, if anybody asked (`BuildOptions.reads`). No method changes anything. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { ClonedRepo, RepoSpec } from "./remote/remote.ts";

export interface ReadObserver {
  /** Whatever `work` reads, it reads for the text at `place`; up to where its promise is settled if it gives one. */
  asking<T>(place: Place | undefined, work: () => T): T;
  repository(spec: RepoSpec, clone: ClonedRepo): void;
  httpFile(url: string): void;
  /** @param folder Where it is on the disk; helm reads all that is in it. */
  chart(chart: { name: string; version: string; repo: string }, folder: string): void;
  /** @param folder Where it runs, and may read whatever it likes. */
  program(path: string, folder: string): void;
}

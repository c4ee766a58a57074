/** Git repositories and http files for programs that embed kust. */

import type { RemoteSources } from "../load/remote/remote.ts";
import { GitAndHttpSources, type RemoteOptions } from "../load/remote/sources.ts";
import { capabilities } from "./capabilities.ts";
import { diskFileSystem } from "./files/disk_file_system.ts";

/** Remote sources with clones on disk, which `close` removes. */
export interface ClosableSources extends RemoteSources {
  /** Cancels pending work and removes the clones: call it after the last build. */
  close(): void;
}

/**
 * Git repositories, cloned by the program `git`, and http files: `BuildOptions.remote` on Deno, Bun and Node. Each is
 * fetched once, however many builds share the object; at most eight are fetched at the same time.
 *
 * @example
 * ```ts
 * import { build, renderDiagnostic } from "@kust/kust";
 * import { diskFileSystem, gitAndHttpSources } from "@kust/kust/node";
 *
 * const remote = gitAndHttpSources({ cacheDir: "/var/cache/kust" });
 * try {
 *   const { errors } = await build(diskFileSystem, "overlays/prod", { remote });
 *   console.log(errors.map((error) => renderDiagnostic(error)).join(""));
 * } finally {
 *   remote.close();
 * }
 * ```
 */
export function gitAndHttpSources(options: RemoteOptions = {}): ClosableSources {
  return new GitAndHttpSources({ ...capabilities, fs: diskFileSystem }, options);
}

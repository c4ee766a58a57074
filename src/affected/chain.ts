/** The chain of texts that led to a read, starting at the target. */

import type { Asker, Read } from "../reads/read.ts";
import { isAbsolute, joinPath } from "../text/paths.ts";

/** Finds the texts that led from a target to what it read. */
export class Chains {
  readonly #cwd: string;
  /** Files by path. */
  readonly #files = new Map<string, Read>();

  /** @param cwd The real path of the folder that file names are relative to. */
  constructor(reads: readonly Read[], cwd: string) {
    this.#cwd = cwd;
    for (const read of reads) if (read.kind === "file") this.#files.set(read.path, read);
  }

  /** The text that requested the read, the one that requested its file, and so on up to the target's own. */
  of(read: Read): Asker[] {
    const chain: Asker[] = [];
    const seen = new Set<Read>();
    for (let at: Read | undefined = read; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const asker: Asker | undefined = at.askedBy[0];
      if (asker === undefined) break;
      chain.push(asker);
      at = this.#files.get(this.pathOf(asker));
    }
    return chain;
  }

  /** The absolute path of the file that a text is in. */
  pathOf({ place: { source: { name } } }: Asker): string {
    return isAbsolute(name) ? name : joinPath(this.#cwd, name);
  }
}

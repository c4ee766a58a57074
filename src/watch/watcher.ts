/** Waits until something that was read changes: one result for each burst of changes. */

import type { SeenFiles } from "./seen_files.ts";

/** Reports each change in these folders, but not in folders below them. Returns a function that stops it. */
export type WatchFolders = (
  folders: readonly string[],
  onChange: (folder: string) => void,
) => Promise<() => void>;

/** The quiet time that ends a burst, in milliseconds: some editors empty a file before they write it. */
const QUIET_MS = 60;

/**
 * The paths that have changed since they were read, as soon as there are any. Changes between two calls count, too.
 * Undefined once `signal` is aborted.
 */
export async function nextChange(
  seen: SeenFiles,
  watch: WatchFolders,
  signal?: AbortSignal,
): Promise<string[] | undefined> {
  const events = new Events(signal);
  for (let changed: string[] = [];;) {
    const folders = seen.folders();
    const stop = await watch(folders, (folder) => events.add(folder));
    try {
      changed = seen.changed();
      // A new folder may have to be watched.
      while (changed.length === 0 && sameNames(folders, seen.folders())) {
        const burst = await events.burst();
        if (burst === undefined) return undefined;
        changed = seen.changed(burst);
      }
    } finally {
      stop();
    }
    if (changed.length > 0) return changed;
  }
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.join("\0") === b.join("\0");
}

class Events {
  readonly #signal: AbortSignal | undefined;
  #folders = new Set<string>();
  #wake: () => void = () => {};

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    signal?.addEventListener("abort", () => this.#wake());
  }

  add(folder: string): void {
    this.#folders.add(folder);
    this.#wake();
  }

  /** The folders of the next burst, once it is over; undefined if aborted. */
  async burst(): Promise<ReadonlySet<string> | undefined> {
    while (this.#folders.size === 0 && !this.#isAborted) await new Promise<void>((resolve) => this.#wake = resolve);
    for (let size = 0; size < this.#folders.size && !this.#isAborted;) {
      size = this.#folders.size;
      await this.#quiet();
    }
    const folders = this.#folders;
    this.#folders = new Set();
    return this.#isAborted ? undefined : folders;
  }

  /** Ends when nothing has happened for a while. */
  async #quiet(): Promise<void> {
    for (let isQuiet = false; !isQuiet && !this.#isAborted;) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      isQuiet = await new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(true), QUIET_MS);
        this.#wake = () => resolve(false);
      });
      clearTimeout(timer);
    }
  }

  get #isAborted(): boolean {
    return this.#signal?.aborted === true;
  }
}

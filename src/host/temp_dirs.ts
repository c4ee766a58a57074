/** Temporary folders that are gone when the program ends, however it ends. */

import { mkdtempSync, rmSync } from "node:fs";
import process from "node:process";

/** Folders to remove, by path. Owned by the process, as its exit is: this is the one place that keeps such state. */
const made: Set<string> = new Set();

/** Makes a new empty folder below the system's place for such. */
export function makeTempDir(prefix: string): string {
  if (made.size === 0) watchSignals();
  const path = mkdtempSync(`${process.env.TMPDIR ?? "/tmp"}/${prefix}`);
  made.add(path);
  return path;
}

export function removeTempDirs(): void {
  for (const path of made) rmSync(path, { recursive: true, force: true });
  made.clear();
}

/** Signals are watched from the first folder on only: without one, the system's own way to end a program is the right one. */
function watchSignals(): void {
  process.once("exit", removeTempDirs);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      removeTempDirs();
      // Sent again, without a handler: the parent sees that a signal ended this program.
      process.kill(process.pid, signal);
    });
  }
}

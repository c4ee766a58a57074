/** Signals to processes that lead their own group. */

import { type ChildProcess, spawnSync } from "node:child_process";
import process from "node:process";

/** Sends a signal to a process and its children. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  // Windows has neither groups nor signals.
  if (process.platform === "win32") return void spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has already ended.
  }
}

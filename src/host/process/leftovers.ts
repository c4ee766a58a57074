/**
 * Processes and temporary folders that must not outlive the program, however it ends. They are state of the process,
 * like its exit.
 */

import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import process from "node:process";

/** Sends a signal to a process and its children. */
export type SignalGroup = (child: ChildProcess, signal: NodeJS.Signals) => void;

/**
 * Set with the first child: most builds have none, and loading `node:child_process` takes a twentieth of a small one.
 */
let signalGroup: SignalGroup | undefined;
const children: Set<ChildProcess> = new Set();
const tempDirs: Set<string> = new Set();
let watching = false;
let handlesSignals = false;
let ending = false;

/** How long a process may take to end before it is killed. */
const GRACE_MS = 1000;
/** How long the rest of its group may then take to close its streams. */
export const GIVE_UP_MS = 2 * GRACE_MS;

/** Tracks a process that leads its own group, until it has ended. */
export function addChild(child: ChildProcess, signal: SignalGroup): void {
  watch();
  signalGroup = signal;
  children.add(child);
  child.once("close", () => children.delete(child));
  child.once("error", () => children.delete(child));
}

export function addTempDir(path: string): void {
  watch();
  tempDirs.add(path);
}

/** Whether a signal is ending the program; then the results of its children do not matter. */
export function isEnding(): boolean {
  return ending;
}

/** Ends a process and its children. Asks first, so that `docker` can pass the signal on and `git` can clean up. */
export function endChild(child: ChildProcess): void {
  signalGroup?.(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup?.(child, "SIGKILL"), GRACE_MS);
  child.once("close", () => clearTimeout(timer));
}

/** Ends and removes everything at once. */
export function removeLeftovers(): void {
  for (const child of children) signalGroup?.(child, "SIGKILL");
  for (const path of tempDirs) {
    // A process that is ending may still add a file.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }
  children.clear();
  tempDirs.clear();
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once("exit", removeLeftovers);
}

/**
 * Ends the process by these signals, but without leftovers. Only for a program, which calls it before its first
 * leftover: without any, the system's default is right. The signals of a process that embeds kust are its own.
 */
export function endOnSignals(): void {
  if (handlesSignals) return;
  handlesSignals = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void endBy(signal));
  }
}

async function endBy(signal: NodeJS.Signals): Promise<void> {
  ending = true;
  const ended = [...children].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of children) endChild(child);
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, GIVE_UP_MS))]);
  removeLeftovers();
  // Sent again without a handler, so that the parent sees the signal. Deno may need a moment to remove its handler.
  setInterval(() => process.kill(process.pid, signal), 5);
}

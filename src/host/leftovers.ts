/**
 * What must not outlive the program, however it ends: the processes that it started and its temporary folders. They are
 * state of the process, as its exit is.
 */

import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import process from "node:process";

const children: Set<ChildProcess> = new Set();
const tempDirs: Set<string> = new Set();
let watching = false;
let ending = false;

/** How long a program that was asked to end may take before it is made to. */
const GRACE_MS = 1000;

/** Takes care of a process that leads a group of its own, until it has ended. */
export function addChild(child: ChildProcess): void {
  watch();
  children.add(child);
  child.once("close", () => children.delete(child));
  child.once("error", () => children.delete(child));
}

export function addTempDir(path: string): void {
  watch();
  tempDirs.add(path);
}

/** Whether a signal is ending the program: what its children come to is of no interest then. */
export function isEnding(): boolean {
  return ending;
}

/** Ends a process and all that it started: asks first, so that `docker` can pass it on and `git` can tidy up. */
export function endChild(child: ChildProcess): void {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
  child.once("close", () => clearTimeout(timer));
}

/** Ends and removes all at once. */
export function removeLeftovers(): void {
  for (const child of children) signalGroup(child, "SIGKILL");
  for (const path of tempDirs) {
    // A process in its last moment may still add a file.
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }
  children.clear();
  tempDirs.clear();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/** Signals are watched from the first leftover on only: without one, the system's own way to end a program is the right one. */
function watch(): void {
  if (watching) return;
  watching = true;
  process.once("exit", removeLeftovers);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => void endBy(signal));
  }
}

async function endBy(signal: NodeJS.Signals): Promise<void> {
  ending = true;
  const ended = [...children].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of children) endChild(child);
  await Promise.all(ended);
  removeLeftovers();
  // Sent again, without a handler: the parent sees that a signal ended this program. Deno may need a moment to take its away.
  setInterval(() => process.kill(process.pid, signal), 5);
}

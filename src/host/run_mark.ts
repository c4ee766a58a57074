/** Names of temporary files, by which a later run knows those of a run that was killed. */

import * as fs from "node:fs";
import process from "node:process";

/** A run as a part of a file's name: its process, and where that number means it. */
export function runMark(): string {
  return `${process.pid}-${placeMark()}`;
}

/** Whether a mark is that of a run on this machine that has ended, and not something else. */
export function isOfEndedRun(mark: string): boolean {
  const [, pid, place] = /^(\d+)-([0-9a-z]+)$/.exec(mark) ?? [];
  if (pid === undefined || place !== placeMark()) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

/** This machine and, where there are such, its namespace of processes: elsewhere a number means another process. */
function placeMark(): string {
  let hash = 0;
  for (const character of placeName()) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return hash.toString(36);
}

function placeName(): string {
  return [() => process.getBuiltinModule("node:os").hostname(), () => fs.readlinkSync("/proc/self/ns/pid")]
    .map((ask) => {
      try {
        return ask();
      } catch {
        // There is none, or `deno run` does not let it be asked for.
        return "";
      }
    }).join();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Marks in the names of temporary files, by which later runs recognize those of a killed run. */

import * as fs from "node:fs";
import process from "node:process";
import { systemCode } from "./system_error.ts";

/** Identifies this run in a file name: its process, and the place in which that number is valid. */
export function runMark(): string {
  return `${process.pid}-${placeMark()}`;
}

/** Whether a mark belongs to a run on this machine that has ended. */
export function isOfEndedRun(mark: string): boolean {
  const [, pid, place] = /^(\d+)-([0-9a-z]+)$/.exec(mark) ?? [];
  if (pid === undefined || place !== placeMark()) return false;
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

/** This machine and, if supported, its process namespace: elsewhere the number means another process. */
function placeMark(): string {
  if (mark === undefined) {
    let hash = 0;
    for (const character of placeName()) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
    mark = hash.toString(36);
  }
  return mark;
}

let mark: string | undefined;

function placeName(): string {
  return [() => process.getBuiltinModule?.("node:os").hostname() ?? "", () => fs.readlinkSync("/proc/self/ns/pid")]
    .map((ask) => {
      try {
        return ask();
      } catch {
        // There is none, or `deno run` does not allow access.
        return "";
      }
    }).join();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}

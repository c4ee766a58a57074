/**
 * Reads the disk with Deno's own calls. Its `node:fs` is JavaScript that a small build would run for the first time,
 * which takes milliseconds.
 */

import type { FileInfo, FileSystem } from "../../load/file_system.ts";
import { checkNotSpecial, guarded, systemCode } from "../process/system_error.ts";

/** The part of Deno's API used here. */
export interface DenoFiles {
  cwd(): string;
  readFileSync(path: string): Uint8Array;
  readTextFileSync(path: string): string;
  statSync(path: string): { isFile: boolean; isDirectory: boolean; mode: number | null };
  lstatSync(path: string): { isSymlink: boolean };
  realPathSync(path: string): string;
}

type Reading = Pick<FileSystem, "cwd" | "readFile" | "readText" | "stat" | "realPath" | "isLink">;

export function denoReading(deno: DenoFiles): Reading {
  return {
    cwd: () => guarded(".", () => deno.cwd()),
    readFile: (path) => guarded(path, () => (checkNotSpecial(path, isSpecial(deno, path)), deno.readFileSync(path))),
    readText: (path) =>
      guarded(path, () => (checkNotSpecial(path, isSpecial(deno, path)), deno.readTextFileSync(path))),
    stat: (path) => guarded(path, () => statOrNothing(deno, path)),
    realPath: (path) => guarded(path, () => deno.realPathSync(path)),
    isLink: (path) => guarded(path, () => orNothing(() => deno.lstatSync(path))?.isSymlink === true),
  };
}

function isSpecial(deno: DenoFiles, path: string): boolean {
  const info = deno.statSync(path);
  return !info.isFile && !info.isDirectory;
}

function statOrNothing(deno: DenoFiles, path: string): FileInfo | undefined {
  const info = orNothing(() => deno.statSync(path));
  return info && { isFile: info.isFile, isDirectory: info.isDirectory, mode: (info.mode ?? 0) & 0o7777 };
}

/** The result of `ask`; undefined if nothing exists at the path. */
function orNothing<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (NOTHING_THERE.includes(systemCode(error))) return undefined;
    throw error;
  }
}

const NOTHING_THERE = ["ENOENT", "ENOTDIR"];

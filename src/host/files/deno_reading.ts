/**
 * Reads the disk with Deno's own calls. Its `node:fs` is JavaScript that a small build would run for the first time,
 * which takes milliseconds.
 */

import type { FileInfo, FileSystem } from "../../load/file_system.ts";
import { isPermitted } from "../process/permissions.ts";
import { checkNotSpecial, guarded, systemCode } from "../process/system_error.ts";
import { readToEnd } from "../streams/read_stream.ts";
import { checkOpened, type Identity } from "./opened_file.ts";

/** The part of Deno's API used here. */
export interface DenoFiles {
  cwd(): string;
  readFileSync(path: string): Uint8Array;
  readTextFileSync(path: string): string;
  openSync(path: string): DenoFile;
  statSync(path: string): DenoFileInfo;
  lstatSync(path: string): DenoFileInfo & { isSymlink: boolean };
  readLinkSync(path: string): string;
  realPathSync(path: string): string;
  build: { os: string };
}

interface DenoFileInfo extends Identity {
  isFile: boolean;
  isDirectory: boolean;
  mode: number | null;
  size: number;
}

interface DenoFile {
  statSync(): DenoFileInfo;
  readSync(buffer: Uint8Array): number | null;
  close(): void;
}

type Reading = Pick<FileSystem, "cwd" | "readFile" | "readText" | "stat" | "realPath" | "isLink">;

export function denoReading(deno: DenoFiles): Reading {
  return {
    cwd: () => guarded(".", () => deno.cwd()),
    readFile: (path, isReal) =>
      guarded(path, () => isReal ? readReal(deno, path) : (rejectSpecial(deno, path), deno.readFileSync(path))),
    readText: (path, isReal) =>
      guarded(
        path,
        () => isReal ? decode(readReal(deno, path)) : (rejectSpecial(deno, path), deno.readTextFileSync(path)),
      ),
    stat: (path) => guarded(path, () => statOrNothing(deno, path)),
    realPath: (path) => guarded(path, () => deno.realPathSync(path)),
    isLink: (path) => guarded(path, () => orNothing(() => deno.lstatSync(path))?.isSymlink === true),
  };
}

/** To be called before a file is opened, since opening a pipe would wait for a writer. */
function rejectSpecial(deno: DenoFiles, path: string): void {
  const info = deno.statSync(path);
  checkNotSpecial(path, !info.isFile && !info.isDirectory);
}

let decoder: TextDecoder | undefined;

function decode(bytes: Uint8Array): string {
  return (decoder ??= new TextDecoder("utf-8", { ignoreBOM: true })).decode(bytes);
}

/** Reads the file at a path that had no links when it was checked, if it still has none. */
function readReal(deno: DenoFiles, path: string): Uint8Array {
  rejectSpecial(deno, path);
  if (deno.build.os === "windows") return deno.readFileSync(path);
  const file = deno.openSync(path);
  try {
    const info = file.statSync();
    checkOpened(path, info, pathOfOpened(deno, path, info), {
      realPath: deno.realPathSync,
      identity: deno.lstatSync,
    });
    return readToEnd((buffer) => file.readSync(buffer) ?? 0, info.size + 1);
  } finally {
    file.close();
  }
}

/** The number of the descriptor that the last file was opened with, mostly that of the next, too. */
let lastDescriptor = 3;
const MAX_DESCRIPTOR = 255;

/** The path of an open file according to Linux; undefined if the program may not see it. */
function pathOfOpened(deno: DenoFiles, path: string, opened: Identity): string | undefined {
  // Without the permission, Deno would prompt the user.
  if (deno.build.os !== "linux" || !isPermitted({ name: "read" })) return undefined;
  try {
    return findDescriptor(deno, path, opened);
  } catch {
    return undefined;
  }
}

/** Deno does not tell the number of the descriptor. */
function findDescriptor(deno: DenoFiles, path: string, opened: Identity): string | undefined {
  const pathOf = (descriptor: number) => orNothing(() => deno.readLinkSync(`/proc/self/fd/${descriptor}`));
  if (pathOf(lastDescriptor) === path) return path;
  for (let descriptor = 3; descriptor <= MAX_DESCRIPTOR; descriptor++) {
    const other = orNothing(() => deno.statSync(`/proc/self/fd/${descriptor}`));
    if (other?.ino !== opened.ino || other?.dev !== opened.dev) continue;
    lastDescriptor = descriptor;
    return pathOf(descriptor);
  }
  return undefined;
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

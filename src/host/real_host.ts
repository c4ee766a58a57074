/**
 * The platform for Deno, Bun and Node, which `main.ts` passes to `run`. Every start of the program loads this file, so
 * anything that a plain build does not need (child processes, http, temporary folders, terminals) is loaded on demand.
 */

import { fstatSync } from "node:fs";
import process from "node:process";
import { diskFileSystem } from "./files/disk_file_system.ts";
import type { Host } from "./host.ts";
import { capabilities } from "./capabilities.ts";
import { endOnSignals, isEnding, removeLeftovers } from "./process/leftovers.ts";
import { programName } from "./process/program_name.ts";
import { readDescriptor, readNamedStream } from "./streams/read_stream.ts";
import { writeStandardStream } from "./streams/standard_streams.ts";
import { ownValue } from "../text/own_value.ts";

/** The words after the program's name. */
export function programArguments(): string[] {
  return process.argv.slice(2);
}

/** Whether something may keep the program from ending by itself: a process, a connection. */
let mayLinger = false;

/** Ends the program, by itself where it can. All output has been written by then, because writes are synchronous. */
export function end(code: number): void {
  if (isEnding()) return;
  removeLeftovers();
  process.exitCode = code;
  if (mayLinger) process.exit(code);
}

function isTerminal(descriptor: 1 | 2): boolean {
  // Loading `node:tty` takes a tenth of a small run.
  if (process.platform !== "win32" && !isCharacterDevice(descriptor)) return false;
  // `process.stdout` creates a stream, which costs a millisecond, and few runs need it. Only Node before 20.16 must.
  const known = process.getBuiltinModule?.("node:tty").isatty(descriptor);
  return known ?? (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** False for a closed one, too. */
function isCharacterDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** The part of Bun's API used here. */
interface BunRuntime {
  gc(isSynchronous: boolean): void;
  unsafe: { setJITPolicy?(thresholdScale: number): void };
}

export const realHost: Host = {
  ...capabilities,
  fs: diskFileSystem,
  readStdin: () => readDescriptor(0, "standard input"),
  readPipe: readNamedStream,
  writeStdout: (text) => writeStandardStream(1, text),
  writeStderr: (text) => writeStandardStream(2, text),
  get programName() {
    return programName(process.argv0, process.argv[1]);
  },
  platform: {
    os: process.platform === "win32" ? "windows" : process.platform,
    arch: ownValue({ x64: "amd64", ia32: "386" }, process.arch) ?? process.arch,
  },
  now: () => performance.now(),
  // The Bun program compiles late (see `scripts/compile_bun.ts`).
  compileEarly: () => (globalThis as { Bun?: BunRuntime }).Bun?.unsafe.setJITPolicy?.(1),
  // Bun frees old objects late, so that memory grows to several times what is used. V8 does well by itself.
  freeMemory: () => (globalThis as { Bun?: BunRuntime }).Bun?.gc(true),
  get terminal() {
    const stdout = isTerminal(1);
    const stderr = isTerminal(2);
    // A terminal without a size, as under `docker run -t` at first, reports 0.
    const columns = (stdout ? process.stdout.columns : stderr ? process.stderr.columns : 0) || 80;
    return { stdout, stderr, columns };
  },
  run: (command) => {
    mayLinger = true;
    endOnSignals();
    return capabilities.run(command);
  },
  httpGet: (url, options) => {
    mayLinger = true;
    return capabilities.httpGet(url, options);
  },
  makeTempDir: (prefix) => {
    endOnSignals();
    return capabilities.makeTempDir(prefix);
  },
  watch: async (folders, onChange) => {
    mayLinger = true;
    return (await import("./files/watch_folders.ts")).watchFolders(folders, onChange);
  },
};

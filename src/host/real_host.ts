/**
 * The platform for Deno, Bun and Node, which `main.ts` passes to `run`. Every start of the program loads this file, so
 * anything that a plain build does not need (child processes, http, temporary folders, terminals) is loaded on demand.
 */

import process from "node:process";
import { diskFileSystem } from "./files/disk_file_system.ts";
import type { Host } from "./host.ts";
import { isEnding, removeLeftovers } from "./process/leftovers.ts";
import { isPermitted, requirePermission } from "./process/permissions.ts";
import { writeStandardStream } from "./streams/standard_streams.ts";
import { makeTempDir } from "./process/temp_dirs.ts";

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

export const realHost: Host = {
  fs: diskFileSystem,
  // Under `deno run`, a variable without permission counts as not set: a prompt or an error would be worse.
  env: (name) => isPermitted({ name: "env", variable: name }) ? process.env[name] : undefined,
  environment: () => {
    requirePermission({ name: "env" }, "--allow-env");
    return { ...process.env } as Record<string, string>;
  },
  readStdin: () => process.getBuiltinModule("node:fs").readFileSync(0),
  writeStdout: (text) => writeStandardStream(1, text),
  writeStderr: (text) => writeStandardStream(2, text),
  platform: {
    os: process.platform === "win32" ? "windows" : process.platform,
    arch: { x64: "amd64", ia32: "386" }[process.arch as string] ?? process.arch,
  },
  now: () => performance.now(),
  get terminal() {
    // `process.stdout` creates a stream, which costs a millisecond, and few runs need it.
    const tty = process.getBuiltinModule("node:tty");
    const stdout = tty.isatty(1);
    const stderr = tty.isatty(2);
    // A terminal without a size, as under `docker run -t` at first, reports 0.
    const columns = (stdout ? process.stdout.columns : stderr ? process.stderr.columns : 0) || 80;
    return { stdout, stderr, columns };
  },
  run: async (command) => {
    mayLinger = true;
    return (await import("./commands/run_command.ts")).runCommand(command);
  },
  httpGet: async (url, options) => {
    mayLinger = true;
    return (await import("./http_get.ts")).httpGet(url, options);
  },
  makeTempDir,
};

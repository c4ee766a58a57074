/**
 * The machine, for Deno, Bun and Node: what `main.ts` hands to `run`. Every start of the program loads this file, so all that a
 * plain build does not need (child processes, http, temporary folders, terminals) is loaded when it is asked for.
 */

import process from "node:process";
import { diskFileSystem } from "./disk_file_system.ts";
import type { Host } from "./host.ts";
import { isEnding, removeLeftovers } from "./leftovers.ts";
import { isPermitted, requirePermission } from "./permissions.ts";
import { writeStandardStream } from "./standard_streams.ts";
import { makeTempDir } from "./temp_dirs.ts";

/** The words after the program's name. */
export function programArguments(): string[] {
  return process.argv.slice(2);
}

/** Whether something was started that could keep the program from ending by itself: a process, a connection. */
let mayLinger = false;

/**
 * Ends the program. Everything written is out by then: all writes are synchronous. It ends by itself where it can, because Deno
 * then keeps its compiled code for the next start, which takes 15 ms less by that.
 */
export function end(code: number): void {
  if (isEnding()) return;
  removeLeftovers();
  process.exitCode = code;
  if (mayLinger) process.exit(code);
}

export const realHost: Host = {
  fs: diskFileSystem,
  // Under `deno run` with few permissions a variable that is not granted counts as not set: to ask, or to fail, is worse.
  env: (name) => isPermitted({ name: "env", variable: name }) ? process.env[name] : undefined,
  environment: () => {
    requirePermission({ name: "env" }, "--allow-env");
    return { ...process.env } as Record<string, string>;
  },
  writeStdout: (text) => writeStandardStream(1, text),
  writeStderr: (text) => writeStandardStream(2, text),
  platform: {
    os: process.platform === "win32" ? "windows" : process.platform,
    arch: { x64: "amd64", ia32: "386" }[process.arch as string] ?? process.arch,
  },
  now: () => performance.now(),
  get terminal() {
    // `process.stdout` builds a stream, which costs a millisecond; few runs ask.
    const tty = process.getBuiltinModule("node:tty");
    const stdout = tty.isatty(1);
    const stderr = tty.isatty(2);
    // A terminal that nobody gave a size, as under `docker run -t` at first, says 0.
    const columns = (stdout ? process.stdout.columns : stderr ? process.stderr.columns : 0) || 80;
    return { stdout, stderr, columns };
  },
  run: async (command) => {
    mayLinger = true;
    return (await import("./run_command.ts")).runCommand(command);
  },
  httpGet: async (url, options) => {
    mayLinger = true;
    return (await import("./http_get.ts")).httpGet(url, options);
  },
  makeTempDir,
};

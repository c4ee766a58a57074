/** Running other programs: git, helm, containers, exec functions. */

import { type ChildProcess, spawn } from "node:child_process";
import { FileError } from "../load/file_system.ts";
import { addChild, endChild, isEnding } from "./leftovers.ts";
import type { Command, CommandResult } from "./host.ts";
import { openNamedStreams } from "./named_streams.ts";
import { requirePermission } from "./permissions.ts";

/** Implements `RunCommand`. A program that a signal ended has an exit code above 128, as in shells. */
export function runCommand(command: Command): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    if (command.signal?.aborted) return reject(command.signal.reason);
    requirePermission({ name: "run", command: command.program }, `--allow-run=${command.program}`);
    const { child, stdout, stderr } = start(command);
    const output = Promise.all([collected(stdout), collected(stderr)]);
    const watch = watchForEnd(child, command);
    child.on("error", (error) => {
      watch.stop();
      reject(startError(command, error));
    });
    child.on("close", (code, signal) => {
      watch.stop();
      if (isEnding()) return;
      const exitCode = code ?? exitCodeOf(signal);
      output.then(([stdout, stderr]) => resolve({ exitCode, stdout, stderr, timedOut: watch.timedOut }), reject);
    });
    // A program that ends without reading its input is no fault of ours; its exit code tells.
    child.stdin?.on("error", () => {});
    child.stdin?.end(command.input);
  });
}

interface Started {
  child: ChildProcess;
  stdout: AsyncIterable<Uint8Array>;
  stderr: AsyncIterable<Uint8Array>;
}

/** A group of its own: all that the program starts ends with it, and there is no terminal on which it could ask for a password. */
function start(command: Command): Started {
  const named = command.namedStreams ? openNamedStreams(command.input) : undefined;
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: command.env,
    detached: true,
    stdio: named ? [...named.given] : [command.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  named?.handOver();
  addChild(child);
  return { child, stdout: named?.stdout ?? child.stdout!, stderr: named?.stderr ?? child.stderr! };
}

/** Ends the program when its time is up or the signal says so; `stop` once it has ended. */
function watchForEnd(child: ChildProcess, { timeoutMs, signal }: Command): { timedOut: boolean; stop(): void } {
  const end = () => endChild(child);
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => {
    watch.timedOut = true;
    end();
  }, timeoutMs);
  signal?.addEventListener("abort", end);
  const watch = {
    timedOut: false,
    stop: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
    },
  };
  return watch;
}

function startError(command: Command, error: Error): Error {
  if (!("code" in error)) return error;
  if (error.code === "ENOENT") return new FileError("not-found", command.program, `${command.program}: not found`);
  if (error.code === "EACCES") {
    return new FileError("permission", command.program, `${command.program}: not executable`);
  }
  return new FileError("other", command.program, `${command.program}: ${error.message}`);
}

function exitCodeOf(signal: NodeJS.Signals | null): number {
  return signal === "SIGKILL" ? 137 : signal === "SIGINT" ? 130 : 143;
}

/** All that comes until the end. */
async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return joined(chunks);
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

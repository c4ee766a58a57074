/** Running other programs: git, helm, containers, exec functions. */

import { spawn } from "node:child_process";
import { FileError } from "../load/file_system.ts";
import type { Command, CommandResult } from "./host.ts";

/** Implements `RunCommand`. A program that a signal or the timeout ended has an exit code above 128, as in shells. */
export function runCommand(command: Command): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: command.env,
      timeout: command.timeoutMs,
      signal: command.signal,
      stdio: [command.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    const stdout: Uint8Array[] = [];
    const stderr: Uint8Array[] = [];
    child.stdout!.on("data", (chunk: Uint8Array) => stdout.push(chunk));
    child.stderr!.on("data", (chunk: Uint8Array) => stderr.push(chunk));
    child.on("error", (error) => reject(startError(command, error)));
    child.on("close", (code, signal) => {
      resolve({ exitCode: code ?? exitCodeOf(signal), stdout: joined(stdout), stderr: joined(stderr) });
    });
    // A program that ends without reading its input is no fault of ours; its exit code tells.
    child.stdin?.on("error", () => {});
    child.stdin?.end(command.input);
  });
}

function startError(command: Command, error: Error): Error {
  if (!("code" in error) || error.name === "AbortError") return error;
  if (error.code === "ENOENT") return new FileError("not-found", command.program, `${command.program}: not found`);
  if (error.code === "EACCES") {
    return new FileError("permission", command.program, `${command.program}: not executable`);
  }
  return new FileError("other", command.program, `${command.program}: ${error.message}`);
}

function exitCodeOf(signal: NodeJS.Signals | null): number {
  return signal === "SIGKILL" ? 137 : signal === "SIGINT" ? 130 : 143;
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

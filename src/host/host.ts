/** What the program needs of the machine it runs on. The one real implementation is for Deno, Bun and Node; tests have one in memory. */

import type { FileSystem } from "../load/file_system.ts";

export interface Command {
  program: string;
  args: string[];
  /** Folder to run in; absent: the current one. */
  cwd?: string;
  /** The whole environment; absent: the program's own. */
  env?: Record<string, string>;
  /** Given on standard input; absent: no input. */
  input?: string | Uint8Array;
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface CommandResult {
  exitCode: number;
  stdout: Uint8Array;
  stderr: Uint8Array;
}

/** Runs programs. Throws `FileError("not-found")` where the program is not on PATH. */
export type RunCommand = (command: Command) => Promise<CommandResult>;

/** An answer of an http server, after redirects. */
export interface HttpResponse {
  status: number;
  contentType: string;
  body: Uint8Array;
  /** Where redirects led. */
  url: string;
}

export type HttpGet = (
  url: string,
  options: { timeoutMs: number; headers?: Record<string, string> },
) => Promise<HttpResponse>;

export interface Host {
  fs: FileSystem;
  env(name: string): string | undefined;
  /** The whole environment, for child processes. */
  environment(): Record<string, string>;
  writeStdout(text: string | Uint8Array): void;
  writeStderr(text: string | Uint8Array): void;
  /** Whether the stream is a terminal, and its width. */
  terminal: { stdout: boolean; stderr: boolean; columns: number };
  run: RunCommand;
  httpGet: HttpGet;
  /** Makes a new empty folder that is gone when the program ends, however it ends. */
  makeTempDir(prefix: string): string;
}

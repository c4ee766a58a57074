/** What loading may be given beside files: processes, http, temporary folders. `Host` has all of them; tests give what they need. */

export interface Command {
  program: string;
  args: string[];
  /** Folder to run in; absent: the current one. */
  cwd?: string;
  /** The whole environment; absent: the program's own. */
  env?: Record<string, string>;
  /** Given on standard input; absent: no input. */
  input?: string | Uint8Array;
  /** Whether it may open its streams by name, as scripts do: `> /dev/stderr`. */
  namedStreams?: boolean;
  /** After so long the program, and all that it started, is ended. */
  timeoutMs?: number;
  /** Ends the program, and all that it started; where it is aborted before the start, `run` throws its reason. */
  signal?: AbortSignal;
}

export interface CommandResult {
  exitCode: number;
  stdout: Uint8Array;
  stderr: Uint8Array;
  /** Whether it was ended because `timeoutMs` had passed. */
  timedOut: boolean;
}

/** Runs programs, without a terminal to ask on. Throws `FileError("not-found")` where the program is not on PATH. */
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
  options: { timeoutMs: number; headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<HttpResponse>;

export interface Capabilities {
  env(name: string): string | undefined;
  /** The whole environment, for child processes. */
  environment(): Record<string, string>;
  run: RunCommand;
  httpGet: HttpGet;
  /** Makes a new empty folder that is gone when the program ends, however it ends. */
  makeTempDir(prefix: string): string;
}

/**
 * What loading may use besides files: processes, http, temporary folders. `Host` has all of them; tests provide only
 * what they need.
 */

export interface Command {
  program: string;
  args: string[];
  /** Folder to run in. Default: the current one. */
  cwd?: string;
  /** The whole environment. Default: the program's own. */
  env?: Record<string, string>;
  /** Standard input. Default: none. */
  input?: string | Uint8Array;
  /** Whether it may open its streams by name, as scripts do: `> /dev/stderr`. */
  namedStreams?: boolean;
  /** Time limit after which the program and its children are killed. */
  timeoutMs?: number;
  /** Limit for standard output in bytes, beyond which the program is killed. Default: `MAX_PROGRAM_OUTPUT`. */
  maxOutput?: number;
  /** Receives standard error as it arrives; the result has its end in any case. */
  onStderr?: (bytes: Uint8Array) => void;
  /** Kills the program and its children; if already aborted, `run` throws its reason. */
  signal?: AbortSignal;
}

export interface CommandResult {
  exitCode: number;
  stdout: Uint8Array;
  /** The end of standard error, up to `KEPT_STDERR`. */
  stderr: Uint8Array;
  /** Whether it was killed because its output exceeded `maxOutput`. */
  tooLong?: boolean;
  /** Whether it was killed because `timeoutMs` had passed. */
  timedOut: boolean;
}

export const MAX_PROGRAM_OUTPUT = 256 * 2 ** 20;
export const KEPT_STDERR = 2 ** 20;
/** Default time limit for functions, plugins and helm. */
export const PROGRAM_TIMEOUT_MS = 10 * 60_000;
/** Limit for http bodies, uncompressed. */
export const MAX_HTTP_BODY = 64 * 2 ** 20;

/** Runs programs without a terminal for prompts. Throws `FileError("not-found")` if the program is not on PATH. */
export type RunCommand = (command: Command) => Promise<CommandResult>;

/** The response of an http server, after redirects. */
export interface HttpResponse {
  status: number;
  contentType: string;
  /** Uncompressed. */
  body: Uint8Array;
  /** Whether the body is longer than `maxBytes`, and so truncated. */
  tooLong?: boolean;
  /** The final URL after redirects. */
  url: string;
}

export type HttpGet = (
  url: string,
  options: { timeoutMs: number; maxBytes?: number; headers?: Record<string, string>; signal?: AbortSignal },
) => Promise<HttpResponse>;

export interface Capabilities {
  env(name: string): string | undefined;
  /** The whole environment, for child processes. */
  environment(): Record<string, string>;
  run: RunCommand;
  httpGet: HttpGet;
  /** Creates a temporary folder, removed when the process exits. */
  makeTempDir(prefix: string): string;
}

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
  /** When it has written more bytes than this on standard output it is ended; absent: `MAX_PROGRAM_OUTPUT`. */
  maxOutput?: number;
  /** Takes what it says on standard error, as it says it; the result then has the end of that, as it has without. */
  onStderr?: (bytes: Uint8Array) => void;
  /** Ends the program, and all that it started; where it is aborted before the start, `run` throws its reason. */
  signal?: AbortSignal;
}

export interface CommandResult {
  exitCode: number;
  stdout: Uint8Array;
  /** The end of what it said, up to `KEPT_STDERR`. */
  stderr: Uint8Array;
  /** Whether it was ended because it wrote more than `maxOutput`. */
  tooLong?: boolean;
  /** Whether it was ended because `timeoutMs` had passed. */
  timedOut: boolean;
}

export const MAX_PROGRAM_OUTPUT = 256 * 2 ** 20;
export const KEPT_STDERR = 2 ** 20;
/** How long functions, plugins and helm may take, where nothing else is said. */
export const PROGRAM_TIMEOUT_MS = 10 * 60_000;
/** The longest http body, unpacked. */
export const MAX_HTTP_BODY = 64 * 2 ** 20;

/** Runs programs, without a terminal to ask on. Throws `FileError("not-found")` where the program is not on PATH. */
export type RunCommand = (command: Command) => Promise<CommandResult>;

/** An answer of an http server, after redirects. */
export interface HttpResponse {
  status: number;
  contentType: string;
  /** Unpacked, where the server packed it. */
  body: Uint8Array;
  /** Whether the body is longer than `maxBytes`: it is then cut. */
  tooLong?: boolean;
  /** Where redirects led. */
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
  /** Makes a new empty folder that is gone when the program ends, however it ends. */
  makeTempDir(prefix: string): string;
}

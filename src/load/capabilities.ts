/**
 * Capabilities for loading besides files: processes, http, temporary folders. `Host` has all of them; tests provide
 * only what they need.
 */

/** A program to run, without a shell. */
export interface ProcessRequest {
  /** A name to find on PATH, or a path. */
  program: string;
  /** The arguments, without the program's name. */
  args: string[];
  /** Folder to run in. Default: the current one. */
  cwd?: string;
  /** The whole environment. Default: the program's own. */
  env?: Record<string, string>;
  /** Standard input. Default: none. */
  input?: string | Uint8Array;
  /** Whether it may open its streams by name, as scripts do: `> /dev/stderr`. */
  namedStreams?: boolean;
  /** Time limit in milliseconds, after which the program and its children are killed. */
  timeoutMs?: number;
  /** Limit for standard output in bytes, beyond which the program is killed. Default: `MAX_PROGRAM_OUTPUT`. */
  maxOutput?: number;
  /** Receives standard error as it arrives; the result has its end in any case. */
  onStderr?: (bytes: Uint8Array) => void;
  /** Kills the program and its children; if already aborted, `run` throws its reason. */
  signal?: AbortSignal;
}

/** How a program ended, and what it printed. */
export interface ProcessResult {
  /** 0 for success; 128 plus the signal's number if a signal ended the program. */
  exitCode: number;
  /** The whole standard output, up to `maxOutput`. */
  stdout: Uint8Array;
  /** The end of standard error, up to `KEPT_STDERR`. */
  stderr: Uint8Array;
  /** Whether it was killed because its output exceeded `maxOutput`. */
  tooLong?: boolean;
  /** Whether it was killed because `timeoutMs` had passed. */
  timedOut: boolean;
}

/** Default limit for the standard output of a program, in bytes. */
export const MAX_PROGRAM_OUTPUT = 256 * 2 ** 20;
/** How much of standard error a result keeps, in bytes. */
export const KEPT_STDERR = 2 ** 20;
/** Default time limit for a program, in milliseconds. */
export const PROGRAM_TIMEOUT_MS = 10 * 60_000;
/** Default limit for http bodies in bytes, uncompressed. */
export const MAX_HTTP_BODY = 64 * 2 ** 20;

/** Runs programs without a terminal for prompts. Throws `FileError("not-found")` if the program is not on PATH. */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;

/** The response of an http server, after redirects. */
export interface HttpResponse {
  /** The status code, such as 200 or 404. */
  status: number;
  /** The header `content-type`; "" if there is none. */
  contentType: string;
  /** Uncompressed. */
  body: Uint8Array;
  /** Whether the body is longer than `maxBytes`, and so truncated. */
  tooLong?: boolean;
  /** The final URL after redirects. */
  url: string;
}

/** Limits and headers of an http request. */
export interface HttpOptions {
  /** Time limit in milliseconds. */
  timeoutMs: number;
  /** Limit for the body in bytes, uncompressed. */
  maxBytes?: number;
  /** Headers to send. */
  headers?: Record<string, string>;
  /** Cancels the request. */
  signal?: AbortSignal;
}

/**
 * Sends a GET request and follows redirects. Throws an `Error` if no response arrives, but not for a status such as
 * 404.
 */
export type HttpGet = (url: string, options: HttpOptions) => Promise<HttpResponse>;

/** What a build may use besides files, for helm charts, functions and plugins. */
export interface Capabilities {
  /** The value of an environment variable; undefined if it is not set. */
  env(name: string): string | undefined;
  /** The whole environment, for child processes. */
  environment(): Record<string, string>;
  /** Runs a program to its end. */
  run: RunProcess;
  /** Fetches a URL. */
  httpGet: HttpGet;
  /** Creates a temporary folder, removed when the process exits, and returns its absolute path. */
  makeTempDir(prefix: string): string;
}

/** The interface to the platform. The real implementation is for Deno, Bun and Node; tests have an in-memory one. */

import type { Capabilities } from "../load/capabilities.ts";
import type { WatchFolders } from "../watch/watcher.ts";
import type { FileSystem } from "../load/file_system.ts";

export type { HttpGet, HttpResponse, ProcessRequest, ProcessResult, RunProcess } from "../load/capabilities.ts";

export interface Host extends Capabilities {
  fs: FileSystem;
  /** All of standard input. */
  readStdin(): Uint8Array;
  /** All of a pipe, a device or a socket. */
  readPipe(path: string): Uint8Array;
  writeStdout(text: string | Uint8Array): void;
  writeStderr(text: string | Uint8Array): void;
  /** The name by which the program was called, without its folder: that of a link, if a link was called. */
  programName: string;
  /** The platform in Go's terms: `linux`, `darwin`; `amd64`, `arm64`. */
  platform: { os: string; arch: string };
  /** Milliseconds since the start of the program. */
  now(): number;
  /** To be called before much work: compiles code to machine code sooner. Absent: the engine decides by itself. */
  compileEarly?(): void;
  /** Called when most of the memory in use has been dropped. Absent: the engine alone decides when to free it. */
  freeMemory?(): void;
  /** Tells of changes in folders. Absent: this platform cannot. */
  watch?: WatchFolders;
  /** Whether each stream is a terminal, and the width. */
  terminal: { stdout: boolean; stderr: boolean; columns: number };
}

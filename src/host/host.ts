/** What the program needs of the machine it runs on. The one real implementation is for Deno, Bun and Node; tests have one in memory. */

import type { Capabilities } from "../load/capabilities.ts";
import type { FileSystem } from "../load/file_system.ts";

export type { Command, CommandResult, HttpGet, HttpResponse, RunCommand } from "../load/capabilities.ts";

export interface Host extends Capabilities {
  fs: FileSystem;
  writeStdout(text: string | Uint8Array): void;
  writeStderr(text: string | Uint8Array): void;
  /** The machine in Go's words: `linux`, `darwin`; `amd64`, `arm64`. */
  platform: { os: string; arch: string };
  /** Milliseconds since the program began. */
  now(): number;
  /** Whether the stream is a terminal, and its width. */
  terminal: { stdout: boolean; stderr: boolean; columns: number };
}

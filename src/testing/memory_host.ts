/** An in-memory host: files, an environment and the recorded output. It runs no programs and has no network. */

import type { HttpResponse, ProcessRequest, ProcessResult } from "../load/capabilities.ts";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import type { Host } from "../host/host.ts";

export class MemoryHost implements Host {
  readonly fs: MemoryFileSystem;
  readonly programName: string = "kust";
  readonly platform = { os: "linux", arch: "amd64" };
  readonly terminal = { stdout: false, stderr: false, columns: 80 };
  /** The output so far. */
  stdout = "";
  stderr = "";
  stdin: Uint8Array = new Uint8Array();
  readonly #environment: Record<string, string>;
  #tempDirs = 0;
  #milliseconds = 0;

  constructor(fs: MemoryFileSystem = new MemoryFileSystem(), environment: Record<string, string> = {}) {
    this.fs = fs;
    this.#environment = environment;
  }

  env(name: string): string | undefined {
    return this.#environment[name];
  }

  environment(): Record<string, string> {
    return { ...this.#environment };
  }

  readStdin(): Uint8Array {
    return this.stdin;
  }

  readPipe(path: string): Uint8Array {
    throw new FileError("not-regular", path, `${path}: there are no pipes in memory`);
  }

  writeStdout(text: string | Uint8Array): void {
    this.stdout += asText(text);
  }

  writeStderr(text: string | Uint8Array): void {
    this.stderr += asText(text);
  }

  /** Advances by a millisecond with each call. */
  now(): number {
    return ++this.#milliseconds;
  }

  run({ program }: ProcessRequest): Promise<ProcessResult> {
    return Promise.reject(new FileError("not-found", program, `${program}: not found`));
  }

  httpGet(url: string): Promise<HttpResponse> {
    return Promise.reject(new TypeError(`${url}: no network in memory`));
  }

  makeTempDir(prefix: string): string {
    const path = `/tmp/${prefix}${++this.#tempDirs}`;
    this.fs.makeDir(path);
    return path;
  }
}

function asText(text: string | Uint8Array): string {
  return typeof text === "string" ? text : new TextDecoder().decode(text);
}

/** An in-memory host whose `kustomize` is kust, as one of kustomize's releases. */

import type { ProcessRequest, ProcessResult } from "../load/capabilities.ts";
import { FileError } from "../load/file_system.ts";
import type { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { run } from "../cli/run.ts";
import { MemoryHost } from "./memory_host.ts";

export class HostWithKustomize extends MemoryHost {
  readonly #release: string;

  constructor(files: MemoryFileSystem, release: string) {
    super(files);
    this.#release = release;
  }

  override async run({ program, args }: ProcessRequest): Promise<ProcessResult> {
    if (program !== "kustomize") throw new FileError("not-found", program, `${program}: not found`);
    const host = new MemoryHost(this.fs, { KUST_COMPAT: this.#release });
    const exitCode = await run([...args], host);
    const bytes = (text: string) => new TextEncoder().encode(text);
    return { exitCode, stdout: bytes(host.stdout), stderr: bytes(host.stderr), timedOut: false };
  }
}

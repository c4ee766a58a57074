/** Files of which each build records the ones that it reads, even if another build has read them before. */

import type { Source } from "../diagnostics/source.ts";
import type { FileSystem } from "../load/file_system.ts";
import { Files } from "../load/files.ts";
import type { RepoSpec } from "../load/remote/remote.ts";
import type { RecordingFileSystem } from "./recording_file_system.ts";

export class RecordedFiles extends Files {
  readonly #recording: RecordingFileSystem;
  readonly #shared: Files;

  constructor(recording: RecordingFileSystem, shared: Files) {
    super(recording);
    this.#recording = recording;
    this.#shared = shared;
  }

  override text(path: string, isReal: boolean): Source {
    return this.#recording.reading(path, () => this.#shared.text(path, isReal));
  }

  override isOf(fileSystem: FileSystem): boolean {
    return this.#shared.isOf(fileSystem);
  }

  override nameClone(dir: string, spec: RepoSpec): void {
    this.#shared.nameClone(dir, spec);
  }

  override nameOf(realPath: string): string {
    return this.#shared.nameOf(realPath);
  }
}

/** Writes the builds of several kustomizations: each to a file, or all to standard output. */

import type { Host } from "../../host/host.ts";
import type { Resource } from "../../model/resource.ts";
import { dirName, joinPath } from "../../text/paths.ts";
import { shown } from "../output/render_diagnostic.ts";
import type { BuildTarget } from "./build_targets.ts";
import { OwnOutputs } from "./own_outputs.ts";
import { checkLink, printed, writeOneOfMany } from "./write_output.ts";

export interface ManyOutput {
  /** Takes the resources of a target; throws `KustError` or `FileError` if they cannot be written. */
  write(target: BuildTarget, resources: readonly Resource[]): void;
  failed(target: BuildTarget): void;
  /** Ends the output. Returns the files that were removed, because their target failed or is gone. */
  end(isGone: (path: string) => boolean): string[];
}

export class FolderOutput implements ManyOutput {
  readonly #host: Host;
  readonly #folder: string;
  readonly #own: OwnOutputs;
  /** Folders known to exist. */
  readonly #made = new Set<string>();

  /** @param folder Created if it is missing. */
  constructor(host: Host, folder: string) {
    this.#host = host;
    this.#folder = folder;
    this.#own = new OwnOutputs(host.fs, folder);
  }

  write(target: BuildTarget, resources: readonly Resource[]): void {
    const parts = printed(resources);
    const file = joinPath(this.#folder, target.file);
    const folder = dirName(file);
    if (!this.#made.has(folder)) {
      this.#checkFolders(target.file);
      this.#host.fs.makeDir(folder);
      this.#made.add(folder);
    }
    writeOneOfMany(this.#host.fs, this.#folder, file, parts);
    this.#own.wrote(target);
  }

  #checkFolders(file: string): void {
    const { fs } = this.#host;
    for (let below = dirName(file); below !== "."; below = dirName(below)) {
      checkLink(fs, this.#folder, joinPath(this.#folder, below));
    }
  }

  failed({ file }: BuildTarget): void {
    this.#own.failed(file);
  }

  end(isGone: (path: string) => boolean): string[] {
    return this.#own.update(isGone).map((file) => joinPath(this.#folder, file));
  }
}

/** Builds may end in another order than that of the targets: each output waits for those before it. */
export class StreamOutput implements ManyOutput {
  readonly #host: Host;
  readonly #waiting: BuildTarget[];
  /** Outputs of finished targets, in parts; undefined for failed ones. */
  readonly #done = new Map<BuildTarget, Iterable<string> | undefined>();
  #wroteAny = false;

  constructor(host: Host, targets: readonly BuildTarget[]) {
    this.#host = host;
    this.#waiting = [...targets].reverse();
  }

  write(target: BuildTarget, resources: readonly Resource[]): void {
    this.#add(target, printed(resources));
  }

  failed(target: BuildTarget): void {
    this.#add(target, undefined);
  }

  end(): string[] {
    return [];
  }

  #add(target: BuildTarget, parts: Iterable<string> | undefined): void {
    this.#done.set(target, parts);
    for (let next = this.#waiting.at(-1); next !== undefined; next = this.#waiting.at(-1)) {
      if (!this.#done.has(next)) return;
      const ready = this.#done.get(next);
      this.#waiting.pop();
      this.#done.delete(next);
      if (ready === undefined) continue;
      this.#host.writeStdout(`${this.#wroteAny ? "---\n" : ""}# ${shown(next.path).replace(/\s/g, " ")}\n`);
      for (const part of ready) this.#host.writeStdout(part);
      this.#wroteAny = true;
    }
  }
}

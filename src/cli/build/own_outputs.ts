/**
 * The list of the files that builds have written to an output folder, kept in the folder. Only these are removed when
 * their target fails or no longer exists.
 */

import { KustError } from "../../diagnostics/diagnostic.ts";
import { FileError, type FileSystem } from "../../load/file_system.ts";
import { dirName, joinPath, relativePath } from "../../text/paths.ts";
import type { BuildTarget } from "./build_targets.ts";
import { checkLink, isInside, writeTo } from "./write_output.ts";
import { compareTexts } from "../../text/compare.ts";

/** The name has no extension, so that `kubectl apply -R -f` ignores the file. */
const LIST = ".kust-outputs";

/** Targets by output file, both relative to the output folder; URLs as written. */
type Outputs = Map<string, string>;

export class OwnOutputs {
  readonly #files: FileSystem;
  readonly #folder: string;
  readonly #written = new Map<string, BuildTarget>();
  readonly #failed = new Set<string>();

  /** @param folder The output folder, which need not exist yet. */
  constructor(files: FileSystem, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  wrote(target: BuildTarget): void {
    this.#written.set(target.file, target);
  }

  failed(file: string): void {
    this.#failed.add(file);
  }

  /**
   * Removes outputs of targets that failed or no longer exist, and writes the list. Reads it only now, because another
   * job may have written to the same folder in the meantime. Returns the files that were removed.
   */
  update(isGone: (target: string) => boolean): string[] {
    if (this.#files.stat(this.#folder)?.isDirectory !== true) return [];
    const before = this.#read();
    const real = this.#files.realPath(this.#folder);
    const after: Outputs = new Map(before);
    const removed: string[] = [];
    for (const [file, target] of before) {
      if (this.#written.has(file) || !this.#failed.has(file) && !isGone(joinPath(real, target))) continue;
      after.delete(file);
      if (this.#remove(file)) removed.push(file);
    }
    for (const [file, target] of this.#written) after.set(file, this.#fromFolder(real, target));
    const text = textOf(after);
    if (text === textOf(before)) return removed;
    const list = joinPath(this.#folder, LIST);
    checkLink(this.#files, this.#folder, list);
    writeTo(this.#files, list, [text]);
    return removed;
  }

  /** The folder and the targets may move together: to another machine, with a cache. */
  #fromFolder(own: string, { path, real }: BuildTarget): string {
    if (real !== undefined) return relativePath(own, real);
    const isFolder = this.#files.stat(path)?.isDirectory === true;
    return isFolder ? relativePath(own, this.#files.realPath(path)) : path;
  }

  #remove(file: string): boolean {
    const path = joinPath(this.#folder, file);
    if (this.#files.stat(path)?.isFile !== true || !isInside(this.#files, this.#folder, path)) return false;
    this.#files.remove(path);
    for (let folder = dirName(file); folder !== "."; folder = dirName(folder)) {
      const whole = joinPath(this.#folder, folder);
      if (this.#files.readDir(whole).length > 0) break;
      this.#files.remove(whole);
    }
    return true;
  }

  /** A damaged list counts as empty, so nothing is removed. */
  #read(): Outputs {
    try {
      const list: unknown = JSON.parse(this.#files.readText(joinPath(this.#folder, LIST)));
      const outputs = isObject(list) && isObject(list.outputs) ? list.outputs : {};
      return new Map(Object.entries(outputs).filter((entry): entry is [string, string] => isSafe(entry)));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof FileError || error instanceof KustError) return new Map();
      throw error;
    }
  }
}

/** A manipulated list must not remove files outside the folder. */
function isSafe([file, target]: [string, unknown]): boolean {
  return typeof target === "string" && file.endsWith(".yaml") && !file.startsWith("/") &&
    !file.split("/").some((step) => step === ".." || step === "." || step === "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function textOf(outputs: Outputs): string {
  const sorted = Object.fromEntries([...outputs].sort(([a], [b]) => compareTexts(a, b)));
  return `${JSON.stringify({ writtenBy: "kust build", outputs: sorted }, null, 2)}\n`;
}

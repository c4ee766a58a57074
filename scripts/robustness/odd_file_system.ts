/** A file system that fails, returns something else than before, or says what is not true, at random. */

import {
  type Content,
  FileError,
  type FileErrorCode,
  type FileInfo,
  type FileSystem,
} from "../../src/load/file_system.ts";
import type { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import type { Random } from "../fuzz/random.ts";
import { oddBytes } from "./odd_bytes.ts";

const CODES: readonly FileErrorCode[] = [
  "not-found",
  "is-directory",
  "not-directory",
  "permission",
  "exists",
  "not-regular",
  "other",
];
const NAMES = ["", ".", "..", "a/b", "\0", "\u202e", "kustomization.yaml", "Kustomization", "x".repeat(300), "-"];

export class OddFileSystem implements FileSystem {
  readonly #files: MemoryFileSystem;
  readonly #random: Random;
  /** The probability that a call is odd. */
  readonly #rate: number;

  constructor(files: MemoryFileSystem, random: Random, rate: number) {
    this.#files = files;
    this.#random = random;
    this.#rate = rate;
  }

  cwd(): string {
    return this.#files.cwd();
  }

  readFile(path: string): Uint8Array {
    return this.#answer(path, () => this.#files.readFile(path), (bytes) => oddBytes(this.#random, bytes));
  }

  readText(path: string): string {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(this.readFile(path));
  }

  stat(path: string): FileInfo | undefined {
    return this.#answer<FileInfo | undefined>(path, () => this.#files.stat(path), () => {
      if (this.#random.chance(0.3)) return undefined;
      const isFile = this.#random.chance(0.5);
      return { isFile, isDirectory: !isFile && this.#random.chance(0.7), mode: this.#random.pick([0, 0o644, 0o777]) };
    });
  }

  realPath(path: string): string {
    return this.#answer(path, () => this.#files.realPath(path), (real) => this.#otherPath(real));
  }

  isLink(path: string): boolean {
    return this.#answer(path, () => this.#files.isLink(path), (isLink) => !isLink);
  }

  readLink(path: string): string {
    return this.#answer(path, () => this.#files.readLink(path), (target) => this.#otherPath(target));
  }

  readDir(path: string): string[] {
    return this.#answer(path, () => this.#files.readDir(path), (names) => {
      return this.#random.shuffled([...names, ...NAMES]).slice(0, this.#random.int(0, 4)).sort();
    });
  }

  writeFile(path: string, content: Content, mode?: number): void {
    this.#answer(path, () => this.#files.writeFile(path, content, mode));
  }

  replaceFile(path: string, content: Content): void {
    this.#answer(path, () => this.#files.replaceFile(path, content));
  }

  makeDir(path: string): void {
    this.#answer(path, () => this.#files.makeDir(path));
  }

  remove(path: string): void {
    this.#answer(path, () => this.#files.remove(path));
  }

  #answer<T>(path: string, call: () => T, odd: (usual: T) => T = (usual) => usual): T {
    if (!this.#random.chance(this.#rate)) return call();
    if (this.#random.chance(0.4)) throw new FileError(this.#random.pick(CODES), path, `${path}: odd`);
    return odd(call());
  }

  #otherPath(path: string): string {
    return this.#random.pick(["/", "/else", `${path}/x`, path.slice(0, path.lastIndexOf("/")) || "/", `${path}\0`]);
  }
}

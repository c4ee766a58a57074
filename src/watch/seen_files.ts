/** A file system that keeps a digest of every answer, to find out later which answers have changed. */

import { FileError, type FileInfo, type FileSystem } from "../load/file_system.ts";
import { FileSystemWrapper } from "../load/file_systems/file_system_wrapper.ts";
import { dirName, isAbsolute, joinPath } from "../text/paths.ts";

type Question = "readFile" | "readText" | "stat" | "realPath" | "isLink" | "readLink" | "readDir";

interface Seen {
  question: Question;
  path: string;
  /** A digest of the answer, or why there was none. */
  answer: string;
  /** The folder in which a change would show, when `folders` was last asked. */
  watched?: string;
}

export class SeenFiles extends FileSystemWrapper {
  readonly #seen = new Map<string, Seen>();

  /** The underlying files, whose answers are not recorded. */
  get files(): FileSystem {
    return this.inner;
  }

  override readFile(path: string, isReal?: boolean): Uint8Array {
    return this.#see("readFile", path, () => super.readFile(path, isReal), digestOfBytes);
  }

  override readText(path: string, isReal?: boolean): string {
    return this.#see("readText", path, () => super.readText(path, isReal), digestOfText);
  }

  override stat(path: string): FileInfo | undefined {
    return this.#see("stat", path, () => super.stat(path), shortInfo);
  }

  override realPath(path: string): string {
    return this.#see("realPath", path, () => super.realPath(path), (real) => real);
  }

  override isLink(path: string): boolean {
    return this.#see("isLink", path, () => super.isLink(path), String);
  }

  override readLink(path: string): string {
    return this.#see("readLink", path, () => super.readLink(path), (to) => to);
  }

  override readDir(path: string): string[] {
    return this.#see("readDir", path, () => super.readDir(path), (names) => names.join("\0"));
  }

  /** Records a folder with its contents, which a program has read. */
  seeTree(path: string): void {
    try {
      if (this.stat(path)?.isDirectory !== true) return;
      for (const name of this.readDir(path)) {
        const child = joinPath(path, name);
        if (this.isLink(child)) continue;
        if (this.stat(child)?.isFile) this.readFile(child);
        else this.seeTree(child);
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }

  /** The existing folders in which a change would show. */
  folders(): string[] {
    const known = new Map<string, string>();
    for (const seen of this.#seen.values()) {
      const folder = seen.question === "readDir" ? seen.path : dirName(seen.path);
      const watched = known.get(folder) ?? this.#existing(folder);
      known.set(folder, watched);
      seen.watched = watched;
    }
    return [...new Set(known.values())];
  }

  /**
   * The paths whose answers have changed; for a folder, the names that were added or removed. The next call compares
   * with the new answers.
   *
   * @param within Checks only what would show in these folders. Absent: everything.
   */
  changed(within?: ReadonlySet<string>): string[] {
    const changed = new Set<string>();
    for (const { question, path, answer, watched } of this.#seen.values()) {
      if (within !== undefined && !within.has(watched ?? "")) continue;
      this.#ask(question, path);
      const now = this.#seen.get(keyOf(question, path))?.answer ?? "";
      if (now !== answer) differing(question, path, answer, now).forEach((one) => changed.add(one));
    }
    return [...changed];
  }

  #ask(question: Question, path: string): void {
    try {
      this[question](path);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }

  /** The folder, or the nearest existing one above it. */
  #existing(path: string): string {
    try {
      const above = dirName(path);
      return above === path || super.stat(path)?.isDirectory === true ? path : this.#existing(above);
    } catch (error) {
      if (error instanceof FileError) return this.#existing(dirName(path));
      throw error;
    }
  }

  #see<T>(question: Question, asked: string, ask: () => T, short: (answer: T) => string): T {
    const path = isAbsolute(asked) ? asked : joinPath(super.cwd(), asked);
    const key = keyOf(question, path);
    try {
      const answer = ask();
      this.#keep(key, question, path, short(answer));
      return answer;
    } catch (error) {
      if (error instanceof FileError) this.#keep(key, question, path, `error ${error.code}`);
      throw error;
    }
  }

  #keep(key: string, question: Question, path: string, answer: string): void {
    const seen = this.#seen.get(key);
    if (seen === undefined) this.#seen.set(key, { question, path, answer });
    else seen.answer = answer;
  }
}

function differing(question: Question, path: string, before: string, now: string): string[] {
  if (question !== "readDir" || before.startsWith("error ") || now.startsWith("error ")) return [path];
  const [old, all] = [new Set(before.split("\0")), new Set(now.split("\0"))];
  return [...new Set([...old, ...all])].filter((name) => old.has(name) !== all.has(name)).map((name) =>
    joinPath(path, name)
  );
}

function keyOf(question: Question, path: string): string {
  return `${question} ${path}`;
}

function shortInfo(info: FileInfo | undefined): string {
  return info === undefined ? "" : `${info.isFile} ${info.isDirectory} ${info.mode}`;
}

function digestOfText(text: string): string {
  return digest(text.length, (at) => text.charCodeAt(at));
}

function digestOfBytes(bytes: Uint8Array): string {
  return digest(bytes.length, (at) => bytes[at]!);
}

/** Two 32-bit hashes (FNV-1a, with different primes) and the length: enough to notice an edit. */
function digest(length: number, unitAt: (at: number) => number): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < length; at++) {
    const unit = unitAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return `${length} ${a} ${b}`;
}

/**
 * What builds ask of the file system, and which of the answers are others in a changed tree: a build that gets the same
 * answers does the same. This is independent of what builds record themselves.
 */

import { FileError, type FileSystem } from "../../src/load/file_system.ts";
import type { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import { isAbsolute, joinPath } from "../../src/text/paths.ts";

type Question = "readText" | "readFile" | "stat" | "realPath" | "isLink" | "readDir";

interface Asked {
  question: Question;
  path: string;
  answer: string;
  targets: Set<string>;
}

export class Answers {
  readonly #files: MemoryFileSystem;
  readonly #asked = new Map<string, Asked>();

  constructor(files: MemoryFileSystem) {
    this.#files = files;
  }

  /** The files, as the build of a target asks them. */
  askedBy(target: string): FileSystem {
    const files = this.#files;
    const ask = <T>(question: Question, path: string, answer: () => T): T => {
      this.#note(question, path, target);
      return answer();
    };
    return {
      cwd: () => files.cwd(),
      readFile: (path) => ask("readFile", path, () => files.readFile(path)),
      readText: (path) => ask("readText", path, () => files.readText(path)),
      stat: (path) => ask("stat", path, () => files.stat(path)),
      realPath: (path) => ask("realPath", path, () => files.realPath(path)),
      isLink: (path) => ask("isLink", path, () => files.isLink(path)),
      readDir: (path) => ask("readDir", path, () => files.readDir(path)),
      writeFile: (path, content, mode) => files.writeFile(path, content, mode),
      replaceFile: (path, content) => files.replaceFile(path, content),
      makeDir: (path) => files.makeDir(path),
      remove: (path) => files.remove(path),
    };
  }

  /** The targets that get another answer from these files. */
  differing(files: MemoryFileSystem): ReadonlySet<string> {
    const targets = new Set<string>();
    for (const { question, path, answer, targets: askers } of this.#asked.values()) {
      if (answerOf(question, path, files) !== answer) askers.forEach((target) => targets.add(target));
    }
    return targets;
  }

  #note(question: Question, asked: string, target: string): void {
    const path = isAbsolute(asked) ? asked : joinPath(this.#files.cwd(), asked);
    const key = `${question} ${path}`;
    const known = this.#asked.get(key);
    if (known !== undefined) known.targets.add(target);
    else {
      const answer = answerOf(question, path, this.#files);
      this.#asked.set(key, { question, path, answer, targets: new Set([target]) });
    }
  }
}

/** The answer as a text, or why there is none; and where the path leads if there are links in it. */
function answerOf(question: Question, path: string, files: MemoryFileSystem): string {
  try {
    const answer = question === "readFile" ? files.readText(path) : files[question](path);
    const text = typeof answer === "string" ? answer : JSON.stringify(answer) ?? "nothing";
    return question === "realPath" || files.stat(path) === undefined ? text : `${files.realPath(path)}\n${text}`;
  } catch (error) {
    if (error instanceof FileError) return `error ${error.code}`;
    throw error;
  }
}

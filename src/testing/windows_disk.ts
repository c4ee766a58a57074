/**
 * A disk in memory that behaves as Windows' does: drive letters, `\` or `/` between names, names that differ only in
 * case are one, and some characters are in no name.
 */

import type { Content, FileInfo, FileSystem } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { refusal } from "../load/file_systems/walk_path.ts";

/** Whether Windows can have a file of that name. */
export function isWindowsName(name: string): boolean {
  // deno-lint-ignore no-control-regex
  return !/[<>:"|?*\\\x00-\x1f]|[. ]$/.test(name) && !/^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i.test(name);
}

export class WindowsDisk implements FileSystem {
  readonly #files = new MemoryFileSystem();
  readonly #cwd: string;

  /** @param cwd Such as `C:\golden\case`. */
  constructor(cwd: string) {
    this.#cwd = cwd;
    this.makeDir(cwd);
  }

  cwd(): string {
    return this.#cwd;
  }

  readFile(path: string): Uint8Array {
    return this.#files.readFile(this.#inside(path));
  }

  readText(path: string): string {
    return this.#files.readText(this.#inside(path));
  }

  stat(path: string): FileInfo | undefined {
    return this.#files.stat(this.#inside(path));
  }

  realPath(path: string): string {
    const [, drive, ...names] = this.#files.realPath(this.#inside(path)).split("/");
    return `${drive}:\\${names.join("\\")}`;
  }

  isLink(path: string): boolean {
    return this.#files.isLink(this.#inside(path));
  }

  readLink(path: string): string {
    return this.#files.readLink(this.#inside(path)).replaceAll("/", "\\");
  }

  readDir(path: string): string[] {
    return this.#files.readDir(this.#inside(path));
  }

  writeFile(path: string, content: Content, mode?: number): void {
    this.#files.writeFile(this.#checked(path), content, mode);
  }

  replaceFile(path: string, content: Content): void {
    this.#files.replaceFile(this.#checked(path), content);
  }

  makeDir(path: string): void {
    this.#files.makeDir(this.#checked(path));
  }

  makeLink(path: string, target: string): void {
    this.#files.makeLink(this.#checked(path), target.replaceAll("\\", "/"));
  }

  remove(path: string): void {
    this.#files.remove(this.#inside(path));
  }

  #checked(path: string): string {
    const wrong = path.replace(/^[A-Za-z]:/, "").split(/[\\/]/).find((name) =>
      !/^\.*$/.test(name) && !isWindowsName(name)
    );
    if (wrong !== undefined) throw refusal("other", path, `'${wrong}' is not a name on Windows`);
    return this.#inside(path);
  }

  /** The path in memory, `/C/golden/case`, with names as they are there. */
  #inside(path: string): string {
    if (path === "") throw refusal("not-found", path);
    const whole = /^[A-Za-z]:[\\/]/.test(path) ? path : /^[\\/]/.test(path) ? `C:${path}` : `${this.#cwd}\\${path}`;
    const [drive = "", ...names] = whole.split(/[\\/]/);
    let inside = `/${drive.charAt(0).toUpperCase()}`;
    for (const name of names) inside += `/${this.#known(inside, name)}`;
    return inside;
  }

  #known(folder: string, name: string): string {
    if (/^\.*$/.test(name) || this.#files.stat(folder)?.isDirectory !== true) return name;
    const names = this.#files.readDir(folder);
    if (names.includes(name)) return name;
    return names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
  }
}

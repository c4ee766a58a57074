/** A view of a file system with another current folder. */

import type { Content, FileInfo, FileSystem, OthersAccess } from "../file_system.ts";
import { isAbsolute } from "../../text/paths.ts";

export class FolderView implements FileSystem {
  readonly #whole: FileSystem;
  readonly #folder: string;

  /** @param folder Absolute path. */
  constructor(whole: FileSystem, folder: string) {
    this.#whole = whole;
    this.#folder = folder;
  }

  cwd(): string {
    return this.#folder;
  }

  pathOf(text: string): string {
    return this.#whole.pathOf?.(text) ?? text;
  }

  readFile(path: string, isReal?: boolean): Uint8Array {
    return this.#whole.readFile(this.#from(path), isReal);
  }

  readText(path: string, isReal?: boolean): string {
    return this.#whole.readText(this.#from(path), isReal);
  }

  stat(path: string): FileInfo | undefined {
    return this.#whole.stat(this.#from(path));
  }

  realPath(path: string): string {
    return this.#whole.realPath(this.#from(path));
  }

  isLink(path: string): boolean {
    return this.#whole.isLink(this.#from(path));
  }

  readLink(path: string): string {
    return this.#whole.readLink?.(this.#from(path)) ?? this.realPath(path);
  }

  readDir(path: string): string[] {
    return this.#whole.readDir(this.#from(path));
  }

  writeFile(path: string, content: Content, mode?: number): void {
    this.#whole.writeFile(this.#from(path), content, mode);
  }

  replaceFile(path: string, content: Content): void {
    this.#whole.replaceFile(this.#from(path), content);
  }

  makeDir(path: string, mode?: number): void {
    this.#whole.makeDir(this.#from(path), mode);
  }

  accessOfOthers(path: string): OthersAccess {
    return this.#whole.accessOfOthers?.(this.#from(path)) ?? { write: false, enter: false };
  }

  remove(path: string): void {
    this.#whole.remove(this.#from(path));
  }

  /** Not cleaned, so that `..` after a symbolic link leaves the link's target. */
  #from(path: string): string {
    return isAbsolute(path) ? path : `${this.#folder}/${path}`;
  }
}

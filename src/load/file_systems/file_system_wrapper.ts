/**
 * Passes calls to another file system. Subclasses override what they change. Calls that may be absent and save others
 * (`entries`, `sameAs`) are absent, so that subclasses see the others.
 */

import type { Content, FileInfo, FileSystem, OthersAccess } from "../file_system.ts";

export class FileSystemWrapper implements FileSystem {
  protected readonly inner: FileSystem;

  constructor(inner: FileSystem) {
    this.inner = inner;
  }

  /** The path in the inner file system. */
  protected locate(path: string): string {
    return path;
  }

  cwd(): string {
    return this.inner.cwd();
  }

  pathOf(text: string): string {
    return this.inner.pathOf?.(text) ?? text;
  }

  readFile(path: string, isReal?: boolean): Uint8Array {
    return this.inner.readFile(this.locate(path), isReal);
  }

  readText(path: string, isReal?: boolean): string {
    return this.inner.readText(this.locate(path), isReal);
  }

  stat(path: string): FileInfo | undefined {
    return this.inner.stat(this.locate(path));
  }

  realPath(path: string): string {
    return this.inner.realPath(this.locate(path));
  }

  isLink(path: string): boolean {
    return this.inner.isLink(this.locate(path));
  }

  readLink(path: string): string {
    return this.inner.readLink?.(this.locate(path)) ?? this.inner.realPath(this.locate(path));
  }

  readDir(path: string): string[] {
    return this.inner.readDir(this.locate(path));
  }

  writeFile(path: string, content: Content, mode?: number): void {
    this.inner.writeFile(this.locate(path), content, mode);
  }

  replaceFile(path: string, content: Content): void {
    this.inner.replaceFile(this.locate(path), content);
  }

  makeDir(path: string, mode?: number): void {
    this.inner.makeDir(this.locate(path), mode);
  }

  accessOfOthers(path: string): OthersAccess {
    return this.inner.accessOfOthers?.(this.locate(path)) ?? { write: false, enter: false };
  }

  remove(path: string): void {
    this.inner.remove(this.locate(path));
  }
}

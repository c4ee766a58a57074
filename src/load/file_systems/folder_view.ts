/** A view of a file system with another current folder. */

import type { FileSystem } from "../file_system.ts";
import { isAbsolute } from "../../text/paths.ts";
import { FileSystemWrapper } from "./file_system_wrapper.ts";

export class FolderView extends FileSystemWrapper {
  readonly #folder: string;

  /** @param folder Absolute path. */
  constructor(whole: FileSystem, folder: string) {
    super(whole);
    this.#folder = folder;
  }

  override cwd(): string {
    return this.#folder;
  }

  /** Not cleaned, so that `..` after a symbolic link leaves the link's target. */
  protected override locate(path: string): string {
    return isAbsolute(path) ? path : `${this.#folder}/${path}`;
  }
}

/** The files that several builds share, and their parsed contents. */

import type { Growth } from "../../diagnostics/source.ts";
import type { FileSystem } from "../../load/file_system.ts";
import type { Files } from "../../load/files.ts";
import { ParsedFiles } from "./parsed_files.ts";

/**
 * Files that several builds read once in total, if each has it as `BuildOptions.shared`. A file that changes in between
 * is not read again. The builds may have different options, schemas, roots and file systems, and may run concurrently.
 */
export class SharedReads {
  /**
   * Texts, by the file system that they come from.
   *
   * @internal
   */
  readonly files: Map<FileSystem, Files> = new Map();
  /**
   * What was parsed from them.
   *
   * @internal
   */
  readonly parsed: ParsedFiles = new ParsedFiles();

  /**
   * For the next build, which has limits of its own.
   *
   * @internal
   */
  forBuild(): this {
    const nothing: Required<Growth> = { nodes: 0, characters: 0, composed: 0, patternSteps: 0 };
    for (const { growth } of this.files.values()) Object.assign(growth, nothing);
    return this;
  }

  /**
   * Forgets everything if there is more text than this, so that memory does not grow with the number of builds. The
   * next ones read again what they need. No build may be running. Returns whether it has forgotten.
   *
   * @internal
   */
  forgetBeyond(characters: number): boolean {
    const sum = [...this.files.values()].reduce((total, files) => total + files.characters, 0);
    if (sum <= characters) return false;
    this.files.clear();
    this.parsed.clear();
    return true;
  }
}

/** What several builds may have in common: files read, and what was found in them. */

import type { FileSystem } from "../../load/file_system.ts";
import type { Files } from "../../load/files.ts";
import { ParsedFiles } from "./parsed_files.ts";

/**
 * Given to several builds (`BuildOptions.shared`), reads each file once for all of them: a file that changes in between is not
 * seen. The builds may have different options, schemas and roots, and may run at the same time.
 */
export class SharedReads {
  /** Texts, by the file system they come from. */
  readonly files: Map<FileSystem, Files> = new Map();
  readonly parsed: ParsedFiles = new ParsedFiles();
}

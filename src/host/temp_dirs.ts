/** Temporary folders that are gone when the program ends, however it ends. */

import { mkdtempSync } from "node:fs";
import process from "node:process";
import { addTempDir } from "./leftovers.ts";

/** Makes a new empty folder below the system's place for such. */
export function makeTempDir(prefix: string): string {
  const path = mkdtempSync(`${process.env.TMPDIR ?? "/tmp"}/${prefix}`);
  addTempDir(path);
  return path;
}

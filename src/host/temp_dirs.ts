/** Temporary folders that are gone when the program ends, however it ends. */

import { mkdtempSync } from "node:fs";
import process from "node:process";
import { addTempDir } from "./leftovers.ts";
import { requirePermission } from "./permissions.ts";
import { guarded } from "./system_error.ts";

/** Makes a new empty folder below the system's place for such. */
export function makeTempDir(prefix: string): string {
  requirePermission({ name: "env", variable: "TMPDIR" }, "--allow-env");
  const place = process.env.TMPDIR || "/tmp";
  requirePermission({ name: "write", path: place }, `--allow-write=${place}`);
  requirePermission({ name: "read", path: place }, `--allow-read=.,${place}`);
  const path = guarded(place, () => mkdtempSync(`${place}/${prefix}`));
  addTempDir(path);
  return path;
}

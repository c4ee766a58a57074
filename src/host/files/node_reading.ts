/** Reads files by `node:fs`. */

import * as fs from "node:fs";
import process from "node:process";
import type { FileSystem } from "../../load/file_system.ts";
import { checkNotSpecial, guarded } from "../process/system_error.ts";
import { checkOpened, type Paths } from "./opened_file.ts";

export const nodeReading: Pick<FileSystem, "readFile" | "readText"> = {
  readFile: (path, isReal) => guarded(path, () => opened(path, isReal, (file) => fs.readFileSync(file))),
  readText: (path, isReal) => guarded(path, () => opened(path, isReal, (file) => fs.readFileSync(file, "utf8"))),
};

/** Opens a file, checks that it is regular, and, if the path had no links, that it is the one at that path. */
function opened<T>(path: string, isReal = false, read: (descriptor: number) => T): T {
  const descriptor = fs.openSync(path, readingFlags());
  try {
    const stats = fs.fstatSync(descriptor);
    checkNotSpecial(path, !stats.isFile() && !stats.isDirectory());
    if (isReal && process.platform !== "win32") checkOpened(path, stats, pathOfDescriptor(descriptor), PATHS);
    return read(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Opening a pipe would otherwise wait for a writer. */
function readingFlags(): number {
  return fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);
}

function pathOfDescriptor(descriptor: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return undefined;
  }
}

const PATHS: Paths = {
  realPath: (path) => fs.realpathSync.native(path),
  identity: (path) => fs.lstatSync(path),
};

/** The disk as a `FileSystem`, by `node:fs`, which Deno, Bun and Node all have; Deno reads with its own calls. */

import * as fs from "node:fs";
import process from "node:process";
import type { FileInfo, FileSystem, FolderEntry, OthersAccess } from "../../load/file_system.ts";
import { writeContent } from "./content.ts";
import { type DenoFiles, denoReading } from "./deno_reading.ts";
import { nodeReading } from "./node_reading.ts";
import { windowsFileSystem } from "./windows_file_system.ts";
import { replaceFile } from "./replace_file.ts";
import { guarded, systemCode } from "../process/system_error.ts";
import { compareTexts } from "../../text/compare.ts";

export const nodeFileSystem: FileSystem = {
  cwd: () => guarded(".", () => process.cwd()),
  ...nodeReading,
  stat: (path) => guarded(path, () => statOrNothing(path)),
  realPath: (path) => guarded(path, () => fs.realpathSync.native(path)),
  isLink: (path) => guarded(path, () => fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true),
  readLink: (path) => guarded(path, () => fs.readlinkSync(path)),
  readDir: (path) => guarded(path, () => fs.readdirSync(path).sort()),
  entries: (path) => guarded(path, () => fs.readdirSync(path, { withFileTypes: true }).map(entryOf).sort(byName)),
  writeFile: (path, content, mode) => guarded(path, () => writeContent(path, "w", content, mode)),
  replaceFile: (path, content) => guarded(path, () => replaceFile(path, content)),
  makeDir: (path, mode) => guarded(path, () => void fs.mkdirSync(path, { recursive: true, ...mode && { mode } })),
  accessOfOthers: (path) => guarded(path, () => accessOfOthers(fs.statSync(path))),
  remove: (path) => guarded(path, () => fs.rmSync(path, { recursive: true, force: true })),
};

const { Deno: deno } = globalThis as { Deno?: DenoFiles };

/**
 * The disk, for `build`. Relative paths are resolved from the current folder of the process. Reads regular files only;
 * writes follow the umask.
 */
export const diskFileSystem: FileSystem = process.platform === "win32"
  ? windowsFileSystem(nodeFileSystem)
  : deno === undefined
  ? nodeFileSystem
  : { ...nodeFileSystem, ...denoReading(deno) };

function entryOf(entry: fs.Dirent): FolderEntry {
  const { name } = entry;
  // The system's name is another one if it is not UTF-8.
  if (name.includes("\ufffd")) return { name, kind: "other" };
  return { name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other" };
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return compareTexts(a.name, b.name);
}

/** The system's own user, and files that it owns, are trusted; groups and other owners are not. */
function accessOfOthers({ uid, mode }: fs.Stats): OthersAccess {
  const isOthers = uid !== 0 && uid !== (process.getuid?.() ?? uid);
  const write = isOthers || (mode & 0o022) !== 0;
  const isSticky = (mode & 0o1000) !== 0;
  return { write, enter: isOthers || (mode & 0o011) !== 0, replace: isOthers || write && !isSticky };
}

function statOrNothing(path: string): FileInfo | undefined {
  try {
    // Missing paths are common, and an exception for each would cost more than everything else here.
    const stats = fs.statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return { isFile: stats.isFile(), isDirectory: stats.isDirectory(), mode: stats.mode & 0o7777 };
  } catch (error) {
    // A path below a file does not exist either.
    if (systemCode(error) === "ENOTDIR") return undefined;
    throw error;
  }
}

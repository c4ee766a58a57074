/** The disk as a `FileSystem`, by `node:fs`, which Deno, Bun and Node all have. */

import * as fs from "node:fs";
import process from "node:process";
import type { FileInfo, FileSystem } from "../load/file_system.ts";
import { replaceFile } from "./replace_file.ts";
import { guarded, systemCode } from "./system_error.ts";

export const diskFileSystem: FileSystem = {
  cwd: () => guarded(".", () => process.cwd()),
  readFile: (path) => guarded(path, () => fs.readFileSync(path)),
  readText: (path) => guarded(path, () => fs.readFileSync(path, "utf8")),
  stat: (path) => guarded(path, () => statOrNothing(path)),
  realPath: (path) => guarded(path, () => fs.realpathSync.native(path)),
  isLink: (path) => guarded(path, () => fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true),
  readDir: (path) => guarded(path, () => fs.readdirSync(path).sort()),
  writeFile: (path, content, mode = 0o666) => guarded(path, () => fs.writeFileSync(path, content, { mode })),
  replaceFile: (path, content) => guarded(path, () => replaceFile(path, content)),
  makeDir: (path) => guarded(path, () => void fs.mkdirSync(path, { recursive: true })),
  remove: (path) => guarded(path, () => fs.rmSync(path, { recursive: true, force: true })),
};

function statOrNothing(path: string): FileInfo | undefined {
  try {
    const stats = fs.statSync(path);
    return { isFile: stats.isFile(), isDirectory: stats.isDirectory(), mode: stats.mode & 0o7777 };
  } catch (error) {
    // A path that goes on below a file (ENOTDIR) leads to nothing just as well.
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error))) return undefined;
    throw error;
  }
}

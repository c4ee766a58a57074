/** Replaces a file atomically, so that a reader, or a crash, finds either the old or the new content. */

import * as fs from "node:fs";
import process from "node:process";
import { type Content, FileError } from "../../load/file_system.ts";
import { overwrite, writeContent } from "./content.ts";
import { isOfEndedRun, runMark } from "../process/run_mark.ts";
import { systemCode } from "../process/system_error.ts";

/**
 * Errors in a folder that allows no second file or no rename (a file mounted alone into a container): then write in
 * place, as kustomize does.
 */
const NOT_HERE = ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV"];

const TEMPORARY = ".tmp";

/**
 * Writes a temporary file and renames it. Keeps mode, owner, and the links to the file; a file with several hard links
 * is written in place. Rejects anything but a regular file.
 */
export function replaceFile(path: string, content: Content): void {
  const target = linkTarget(path);
  const before = fs.statSync(target, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile()) {
    if (before.isDirectory()) throw new FileError("is-directory", path, `${path}: is a directory`);
    throw new FileError("not-regular", path, `${path}: is not a regular file`);
  }
  const folder = target.slice(0, target.lastIndexOf("/") + 1);
  removeLeftIn(folder || ".");
  if (before !== undefined && before.nlink > 1) return overwrite(target, content);
  // Without the name of the file, which may be as long as names can be.
  const beside = `${folder}.kust.${runMark()}${TEMPORARY}`;
  try {
    // Never readable by more users than the old file, not even for a moment.
    writeContent(beside, "wx", content, before && before.mode & 0o777);
    if (before !== undefined) makeLike(beside, before);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    if (before === undefined || !NOT_HERE.includes(systemCode(error))) throw error;
    overwrite(target, content);
  }
}

function makeLike(path: string, like: fs.Stats): void {
  const made = fs.statSync(path);
  if (made.uid !== like.uid || made.gid !== like.gid) fs.chownSync(path, like.uid, like.gid);
  fs.chmodSync(path, like.mode & 0o7777);
}

/** Folders without what killed runs left: a build may write thousands of files into one. */
const searched = new Set<string>();

/** Removes temporary files of killed runs. */
function removeLeftIn(folder: string): void {
  if (searched.has(folder)) return;
  searched.add(folder);
  for (const name of namesIn(folder)) {
    const [, mark] = LEFT.exec(name) ?? [];
    if (mark !== undefined && isOfEndedRun(mark)) fs.rmSync(`${folder}/${name}`, { force: true });
  }
}

/** Earlier releases wrote `.NAME.MARK.tmp`. */
const LEFT = new RegExp(`^\\..*\\.([^.]+)\\${TEMPORARY}$`);

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    // The write will show whether the file can be written anyway.
    return [];
  }
}

/** The file at the end of links, even if it is missing. */
function linkTarget(path: string): string {
  try {
    const real = fs.realpathSync.native(path);
    return process.platform === "win32" ? real.replaceAll("\\", "/") : real;
  } catch {
    const stats = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() !== true) return path;
    const to = fs.readlinkSync(path);
    return to.startsWith("/") ? to : path.slice(0, path.lastIndexOf("/") + 1) + to;
  }
}

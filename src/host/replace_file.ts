/** Replacing a file so that a reader, or a crash, finds the old content or the new, whole. */

import * as fs from "node:fs";
import { type Content, FileError } from "../load/file_system.ts";
import { writeContent } from "./content.ts";
import { isOfEndedRun, runMark } from "./run_mark.ts";
import { systemCode } from "./system_error.ts";

/** Where a folder allows no second file or no rename (a file mounted alone into a container): write in place, as kustomize does. */
const NOT_HERE = ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV"];

const TEMPORARY = ".tmp";

/**
 * Writes beside the file and renames over it. Keeps its mode and owner, and the links that lead to it: a file with a second name
 * is written in place. Refuses what is no regular file.
 */
export function replaceFile(path: string, content: Content): void {
  const target = linkTarget(path);
  const before = fs.statSync(target, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile()) {
    if (before.isDirectory()) throw new FileError("is-directory", path, `${path}: is a directory`);
    throw new FileError("not-regular", path, `${path}: is not a regular file`);
  }
  const slash = target.lastIndexOf("/") + 1;
  const folder = target.slice(0, slash);
  const name = target.slice(slash);
  removeLeftBeside(folder, name);
  if (before !== undefined && before.nlink > 1) return writeContent(target, "w", content);
  const beside = `${folder}.${name}.${runMark()}${TEMPORARY}`;
  try {
    // Never readable by more than the old one, not for a moment.
    writeContent(beside, "wx", content, before && before.mode & 0o777);
    if (before !== undefined) makeLike(beside, before);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    if (before === undefined || !NOT_HERE.includes(systemCode(error))) throw error;
    writeContent(target, "w", content);
  }
}

function makeLike(path: string, like: fs.Stats): void {
  const made = fs.statSync(path);
  if (made.uid !== like.uid || made.gid !== like.gid) fs.chownSync(path, like.uid, like.gid);
  fs.chmodSync(path, like.mode & 0o7777);
}

/** Removes what a run that was killed left beside the file. */
function removeLeftBeside(folder: string, name: string): void {
  const start = `.${name}.`;
  for (const other of namesIn(folder || ".")) {
    if (!other.startsWith(start) || !other.endsWith(TEMPORARY)) continue;
    if (isOfEndedRun(other.slice(start.length, -TEMPORARY.length))) fs.rmSync(folder + other, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    // Whether the file can be written all the same shows when it is.
    return [];
  }
}

/** The file that a path means, links followed; a link to nothing yet gives the place where the file would be. */
function linkTarget(path: string): string {
  try {
    return fs.realpathSync.native(path);
  } catch {
    const stats = fs.lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() !== true) return path;
    const to = fs.readlinkSync(path);
    return to.startsWith("/") ? to : path.slice(0, path.lastIndexOf("/") + 1) + to;
  }
}

/** Replacing a file so that a reader, or a crash, finds the old content or the new, whole. */

import * as fs from "node:fs";
import process from "node:process";
import { systemCode } from "./system_error.ts";

/** Where a folder allows no second file or no rename (a file mounted alone into a container): write in place, as kustomize does. */
const NOT_HERE = ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV"];

/** Writes beside the file and renames over it. Keeps its mode and owner, and a symbolic link that leads to it. */
export function replaceFile(path: string, content: Uint8Array | string): void {
  const target = linkTarget(path);
  const before = fs.statSync(target, { throwIfNoEntry: false });
  const slash = target.lastIndexOf("/") + 1;
  const beside = `${target.slice(0, slash)}.${target.slice(slash)}.${process.pid}.tmp`;
  try {
    writeWhole(beside, content, before);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    if (before === undefined || !NOT_HERE.includes(systemCode(error))) throw error;
    fs.writeFileSync(target, content);
  }
}

function writeWhole(path: string, content: Uint8Array | string, like: fs.Stats | undefined): void {
  fs.writeFileSync(path, content, { mode: 0o666, flag: "wx", flush: true });
  if (like === undefined) return;
  fs.chmodSync(path, like.mode & 0o7777);
  const made = fs.statSync(path);
  if (made.uid !== like.uid || made.gid !== like.gid) fs.chownSync(path, like.uid, like.gid);
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

/** Writes the content of a file, which may arrive in parts. */

import * as fs from "node:fs";
import type { Content } from "../../load/file_system.ts";
import { encoded } from "../streams/encode.ts";
import { writeAll } from "../streams/write_all.ts";

/** @param mode For a new file. Default: by the umask. */
export function writeContent(path: string, flags: "w" | "wx", content: Content, mode?: number): void {
  const descriptor = fs.openSync(path, flags === "w" ? OVERWRITE : flags, mode);
  let written = 0;
  try {
    for (const part of partsOf(content)) {
      writeAll(part, (rest) => fs.writeSync(descriptor, rest));
      written += part.length;
    }
    if (flags === "wx" && !isInParts(content)) fs.fsyncSync(descriptor);
  } finally {
    if (flags === "w") cutAt(descriptor, written);
    fs.closeSync(descriptor);
  }
}

/** Writes in place; on errors, the old content stays. */
export function overwrite(path: string, content: Content): void {
  const old = fs.readFileSync(path);
  const descriptor = fs.openSync(path, "r+");
  let at = 0;
  const write = (rest: Uint8Array) => {
    const count = fs.writeSync(descriptor, rest, 0, rest.length, at);
    at += count;
    return count;
  };
  try {
    for (const part of partsOf(content)) writeAll(part, write);
    fs.ftruncateSync(descriptor, at);
  } catch (error) {
    // The old content still has its room on the disk.
    const overwritten = old.subarray(0, at);
    at = 0;
    writeAll(overwritten, write);
    fs.ftruncateSync(descriptor, old.length);
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Without O_TRUNC: Linux's ext4 waits for the disk when a file that was emptied is closed. */
const OVERWRITE = fs.constants.O_WRONLY | fs.constants.O_CREAT;

/** Removes the rest of the old content; devices and pipes have none. */
function cutAt(descriptor: number, length: number): void {
  const info = fs.fstatSync(descriptor);
  if (info.isFile() && info.size > length) fs.ftruncateSync(descriptor, length);
}

/** The output of a build, which can be made again: it need not survive a loss of power, and the disk is slow. */
function isInParts(content: Content): boolean {
  return typeof content !== "string" && !(content instanceof Uint8Array);
}

function* partsOf(content: Content): Iterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else for (const part of typeof content === "string" ? [content] : content) yield* encoded(part);
}

/** Writes the content of a file, which may arrive in parts. */

import * as fs from "node:fs";
import type { Content } from "../../load/file_system.ts";
import { encoded } from "../streams/encode.ts";
import { writeAll } from "../streams/write_all.ts";

/**
 * Writes all of it or, on errors, leaves what was there: the old content, or no file.
 *
 * @param mode For a new file. Default: by the umask.
 */
export function writeContent(path: string, flags: "w" | "wx", content: Content, mode?: number): void {
  const before = flags === "w" ? fs.statSync(path, { throwIfNoEntry: false }) : undefined;
  if (before?.isFile()) return overwrite(path, content);
  const descriptor = fs.openSync(path, flags, mode);
  try {
    for (const part of partsOf(content)) writeAll(part, (rest) => fs.writeSync(descriptor, rest));
    if (flags === "wx" && !isInParts(content)) fs.fsyncSync(descriptor);
  } catch (error) {
    if (before === undefined) fs.rmSync(fs.realpathSync(path));
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Writes in place; on errors, the old content stays. Does not empty the file first: Linux's ext4 waits for the disk when
 * such a file is closed.
 */
export function overwrite(path: string, content: Content): void {
  const descriptor = fs.openSync(path, "r+");
  const { size } = fs.fstatSync(descriptor);
  const overwritten: Uint8Array[] = [];
  let at = 0;
  const write = (part: Uint8Array) =>
    writeAll(part, (rest) => {
      const count = fs.writeSync(descriptor, rest, 0, rest.length, at);
      at += count;
      return count;
    });
  try {
    for (const part of partsOf(content)) {
      overwritten.push(readAt(descriptor, at, Math.min(part.length, size - at)));
      write(part);
    }
    fs.ftruncateSync(descriptor, at);
  } catch (error) {
    // The old content still has its room on the disk.
    at = 0;
    overwritten.forEach(write);
    fs.ftruncateSync(descriptor, size);
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

function readAt(descriptor: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(length, 0));
  return bytes.subarray(0, fs.readSync(descriptor, bytes, 0, bytes.length, at));
}

/** The output of a build, which can be made again: it need not survive a loss of power, and the disk is slow. */
function isInParts(content: Content): boolean {
  return typeof content !== "string" && !(content instanceof Uint8Array);
}

function* partsOf(content: Content): Iterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else for (const part of typeof content === "string" ? [content] : content) yield* encoded(part);
}

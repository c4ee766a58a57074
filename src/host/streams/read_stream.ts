/** Reads standard input, pipes and devices up to their end. */

import { closeSync, openSync, readSync } from "node:fs";
import { FileError } from "../../load/file_system.ts";
import { guarded } from "../process/system_error.ts";
import { untilReady } from "./write_all.ts";

/** Not every engine can make a text of more. */
const MAX_BYTES = 2 ** 29;
const FIRST_BUFFER = 1 << 16;

/** Waits for data, also on a stream that somebody has made non-blocking. @param name For messages. */
export function readDescriptor(descriptor: number, name: string): Uint8Array {
  let length = 0;
  return guarded(name, () =>
    readToEnd((buffer) => {
      const count = untilReady(() => readSync(descriptor, buffer));
      length += count;
      if (length > MAX_BYTES) throw new FileError("other", name, `${name}: has more than ${MAX_BYTES >> 20} MiB`);
      return count;
    }, FIRST_BUFFER));
}

/** Waits until somebody writes to the pipe. */
export function readNamedStream(path: string): Uint8Array {
  const descriptor = guarded(path, () => openSync(path, "r"));
  try {
    return readDescriptor(descriptor, path);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * @param read Fills a buffer from its start, and returns the number of bytes: 0 at the end.
 * @param size Of the first buffer, which grows if necessary.
 */
export function readToEnd(read: (buffer: Uint8Array) => number, size: number): Uint8Array {
  let bytes = new Uint8Array(size);
  let length = 0;
  for (let count = read(bytes); count > 0; count = read(bytes.subarray(length))) {
    length += count;
    if (length < bytes.length) continue;
    const longer = new Uint8Array(2 * bytes.length + 4096);
    longer.set(bytes);
    bytes = longer;
  }
  return bytes.subarray(0, length);
}

/** Writes the content of a file, which may arrive in parts. */

import * as fs from "node:fs";
import type { Content } from "../../load/file_system.ts";
import { writeAll } from "../streams/write_all.ts";

/** @param mode For a new file. Default: by the umask. */
export function writeContent(path: string, flags: "w" | "wx", content: Content, mode?: number): void {
  const descriptor = fs.openSync(path, flags, mode);
  try {
    for (const part of partsOf(content)) writeAll(part, (rest) => fs.writeSync(descriptor, rest));
    if (flags === "wx" && !isInParts(content)) fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The output of a build, which can be made again: it need not survive a loss of power, and the disk is slow. */
function isInParts(content: Content): boolean {
  return typeof content !== "string" && !(content instanceof Uint8Array);
}

function* partsOf(content: Content): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  if (content instanceof Uint8Array) yield content;
  else for (const part of typeof content === "string" ? [content] : content) yield encoder.encode(part);
}

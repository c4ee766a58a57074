/**
 * Standard output of Deno if it is a non-blocking pipe or socket.
 *
 * Deno writes through Rust's line buffer. With a slow reader that throws `EAGAIN` after a part has been written or
 * buffered, and does not say how much, so that a retry would repeat some of it. A pipe is therefore opened again, in
 * blocking mode. If that is impossible, output is written in pieces that are accepted either completely or not at all.
 */

import { writeAll } from "./write_all.ts";
import { LINE_BREAK, writePieces } from "./write_pieces.ts";

/** The part of Deno's API used here. */
interface DenoStreams {
  stdout: { writeSync(bytes: Uint8Array): number };
  openSync(path: string, options: { write: true }): { writeSync(bytes: Uint8Array): number; close(): void };
  readLinkSync(path: string): string;
  readTextFileSync(path: string): string;
}

/** Every pipe and Unix socket accepts lines of this length as a whole, however small its buffer is. */
const WHOLE_PIECE = 2048;

/** Writes to standard output if it needs special treatment; false if not. */
export function writeToDenoStdout(text: string | Uint8Array): boolean {
  const { Deno: deno } = globalThis as { Deno?: DenoStreams };
  if (deno === undefined) return false;
  if (isOnePiece(text) || !isNonBlocking(deno)) return false;
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const opened = reopened(deno);
  if (opened === undefined) {
    writePieces(deno.stdout, bytes, isUnixSocket(deno) ? WHOLE_PIECE : 0);
  } else {
    try {
      writeAll(bytes, (rest) => opened.writeSync(rest));
    } finally {
      opened.close();
    }
  }
  return true;
}

function isOnePiece(text: string | Uint8Array): boolean {
  return typeof text === "string"
    // A code unit takes up to three bytes.
    ? text.length * 3 <= WHOLE_PIECE && text.endsWith("\n")
    : text.length <= WHOLE_PIECE && text.at(-1) === LINE_BREAK;
}

const O_NONBLOCK = 0o4000;

/** Only Linux reports this; elsewhere, and without permission to read it, the stream counts as blocking. */
function isNonBlocking(deno: DenoStreams): boolean {
  const flags = attempt(() => /^flags:\s*(\d+)$/m.exec(deno.readTextFileSync("/proc/self/fdinfo/1"))?.[1]);
  return flags !== undefined && (parseInt(flags, 8) & O_NONBLOCK) !== 0;
}

/** Not if the stream has a name: a named pipe waits for a reader, and a file would be overwritten from its start. */
function reopened(deno: DenoStreams) {
  const isPipe = attempt(() => deno.readLinkSync("/proc/self/fd/1"))?.startsWith("pipe:") === true;
  return isPipe ? attempt(() => deno.openSync("/proc/self/fd/1", { write: true })) : undefined;
}

function isUnixSocket(deno: DenoStreams): boolean {
  const inode = /^socket:\[(\d+)\]$/.exec(attempt(() => deno.readLinkSync("/proc/self/fd/1")) ?? "")?.[1];
  const sockets = attempt(() => deno.readTextFileSync("/proc/net/unix")) ?? "";
  return inode !== undefined && new RegExp(` ${inode}(?: |$)`, "m").test(sockets);
}

function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

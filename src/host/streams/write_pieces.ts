/** Writing through Rust's buffer of lines, which does not tell how much of a piece was taken. */

import { untilReady } from "./write_all.ts";

export const LINE_BREAK = 10;
/** What is shorter and has no line break goes into Rust's buffer, and from there as there is room. */
const RUST_BUFFER = 1024;
const NOTHING = new Uint8Array(0);

/**
 * Writes pieces of which all or nothing is taken.
 *
 * @param whole Pieces that end with a line are taken as a whole up to this length. Where nothing is sure (0), each line goes
 *   through the buffer, and its break by itself: one byte is taken or is not.
 */
export function writePieces(stdout: { writeSync(bytes: Uint8Array): number }, bytes: Uint8Array, whole: number): void {
  for (let at = 0; at < bytes.length;) {
    const end = pieceEnd(bytes, at, whole);
    let piece = bytes.subarray(at, end);
    untilReady(() => {
      const given = piece;
      // It is in the buffer now, whatever becomes of it: from here on the buffer alone is to be emptied.
      if (given.length < RUST_BUFFER && given.at(-1) !== LINE_BREAK) piece = NOTHING;
      return stdout.writeSync(given);
    });
    at = end;
  }
}

function pieceEnd(bytes: Uint8Array, at: number, whole: number): number {
  const next = bytes.subarray(at, at + (whole || RUST_BUFFER - 1));
  const lineEnd = whole > 0 ? next.lastIndexOf(LINE_BREAK) + 1 : next.indexOf(LINE_BREAK);
  if (next.includes(LINE_BREAK)) return at + Math.max(lineEnd, 1);
  return at + (next.length === whole ? whole : Math.min(next.length, RUST_BUFFER - 1));
}

/** Writes through Rust's line buffer, which does not report how much of a piece it has accepted. */

import { untilReady } from "./write_all.ts";

export const LINE_BREAK = 10;
/** Shorter pieces without a line break go into Rust's buffer, which is flushed when there is room. */
const RUST_BUFFER = 1024;
const NOTHING = new Uint8Array(0);

/**
 * Writes pieces that are accepted either completely or not at all.
 *
 * @param whole Whole lines up to this length are accepted completely or not at all. With 0 there is no such length:
 * each line goes through the buffer, and its line break separately, as a single byte.
 */
export function writePieces(stdout: { writeSync(bytes: Uint8Array): number }, bytes: Uint8Array, whole: number): void {
  for (let at = 0; at < bytes.length;) {
    const end = pieceEnd(bytes, at, whole);
    let piece = bytes.subarray(at, end);
    untilReady(() => {
      const given = piece;
      // The piece is in the buffer now, so from here on only the buffer needs to be flushed.
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

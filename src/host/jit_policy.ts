/**
 * When code is compiled to machine code. The Bun binary is built to do so late (`scripts/compile_bun.ts`), because on a small build,
 * which ends in milliseconds, it costs more than it gains; on a large one it pays, and is asked for as soon as one shows.
 */

/** The part of Bun's own interface that is used here. Deno and Node have none of it, and decide by themselves. */
interface BunRuntime {
  unsafe: { setJITPolicy?(thresholdScale: number): void };
}

/** How much text a build reads before it counts as large. */
const LARGE_INPUT = 150_000;

let charactersRead = 0;

/** Takes note of a text that was read. */
export function countCharactersRead(length: number): void {
  const before = charactersRead;
  charactersRead += length;
  if (before >= LARGE_INPUT || charactersRead < LARGE_INPUT) return;
  (globalThis as { Bun?: BunRuntime }).Bun?.unsafe.setJITPolicy?.(1);
}

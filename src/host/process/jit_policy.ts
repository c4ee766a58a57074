/**
 * Decides when code is compiled to machine code. The Bun binary is built to do so late (`scripts/compile_bun.ts`),
 * because in a small build, which takes milliseconds, it costs more than it gains. In a large build it pays off, and is
 * enabled as soon as the input turns out to be large.
 */

/** The part of Bun's API used here. Deno and Node lack it, and decide by themselves. */
interface BunRuntime {
  unsafe: { setJITPolicy?(thresholdScale: number): void };
}

/** The number of characters from which a build counts as large. */
const LARGE_INPUT = 150_000;

let charactersRead = 0;

/** Counts the characters of a text that was read. */
export function countCharactersRead(length: number): void {
  const before = charactersRead;
  charactersRead += length;
  if (before >= LARGE_INPUT || charactersRead < LARGE_INPUT) return;
  (globalThis as { Bun?: BunRuntime }).Bun?.unsafe.setJITPolicy?.(1);
}

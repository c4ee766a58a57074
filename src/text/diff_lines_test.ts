import { assert, assertEquals } from "@std/assert";
import { diffLines } from "./diff_lines.ts";
import { threadMs } from "../testing/thread_time.ts";

/** The number of lines that differ, after checking that the rest is the same. */
function checked(before: string[], after: string[]): number {
  const changes = diffLines(before, after);
  let [at, other, cost] = [0, 0, 0];
  for (const change of [...changes, { before: [before.length, 0], after: [after.length, 0] }]) {
    assertEquals(before.slice(at, change.before[0]), after.slice(other, change.after[0]));
    [at, other] = [change.before[1]!, change.after[1]!];
    cost += Math.max(0, change.before[1]! - change.before[0]!) + Math.max(0, change.after[1]! - change.after[0]!);
  }
  return cost;
}

Deno.test("diffLines() finds what is added, removed and changed", () => {
  assertEquals(diffLines(["a", "b"], ["a", "b"]), []);
  assertEquals(diffLines([], ["a"]), [{ before: [0, 0], after: [0, 1] }]);
  assertEquals(diffLines(["a", "b", "c"], ["a", "x", "c", "d"]), [
    { before: [1, 2], after: [1, 2] },
    { before: [3, 3], after: [3, 4] },
  ]);
  // Of equally many lines, the later ones of the first text stay.
  assertEquals(diffLines([..."aabb"], [..."bbaa"]), [
    { before: [0, 2], after: [0, 0] },
    { before: [4, 4], after: [2, 4] },
  ]);
});

Deno.test("diffLines() turns one text into the other, whatever they are", () => {
  let seed = 7;
  const random = (below: number) => (seed = seed * 48271 % 2147483647) % below;
  for (let round = 0; round < 500; round++) {
    const text = () => Array.from({ length: random(12) }, () => "abcd"[random(4)]!);
    checked(text(), text());
  }
});

Deno.test("diffLines() compares texts of which nothing is the same in bounded time", () => {
  const lines = (prefix: string) => Array.from({ length: 50_000 }, (_, index) => `${prefix}${index % 7}`);
  const start = threadMs();
  assertEquals(checked(lines("a"), lines("b")), 100_000);
  assert(threadMs() - start < 2000);
});

/** The length of the longest common subsequence. */
function longestCommon(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a[0] === b[0]) return 1 + longestCommon(a.slice(1), b.slice(1));
  return Math.max(longestCommon(a.slice(1), b), longestCommon(a, b.slice(1)));
}

Deno.test("diffLines() keeps as many lines as possible of those that occur once", () => {
  const orders = (letters: string): string[] =>
    letters === "" ? [""] : [...letters].flatMap((one) => orders(letters.replace(one, "")).map((rest) => one + rest));
  for (const order of orders("abcde")) {
    assertEquals(checked([..."abcde"], [...order]), 10 - 2 * longestCommon("abcde", order), order);
  }
});

Deno.test("diffLines() nearly always finds as few changes as possible", () => {
  const texts = (length: number): string[] =>
    length === 0 ? [""] : texts(length - 1).flatMap((text) => [`${text}a`, `${text}b`]);
  const pairs = texts(5).flatMap((a) => [...texts(5), ...texts(4)].map((b) => [a, b] as const));
  const worse = pairs.filter(([a, b]) => checked([...a], [...b]) > a.length + b.length - 2 * longestCommon(a, b));
  // Lines that occur once are kept, even if more others could be.
  assertEquals([worse.length, pairs.length], [88, 1536]);
});

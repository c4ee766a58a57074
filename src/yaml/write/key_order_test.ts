import { assertEquals } from "@std/assert";
import { compareKeys } from "./key_order.ts";

Deno.test("compareKeys() agrees with go-yaml v2", () => {
  // As written by kustomize v5.8.1.
  const orders = [
    "_ ~ 1 2 9 10 a-b a.b a1 a2 a10 a010 ab b é",
    "A Z a z",
    "1.9 1.10 1.a",
    "a a0 a1 a01 a2",
    "a🚀 a\u{1F681}",
  ];
  for (const order of orders) {
    const keys = order.split(" ");
    assertEquals(keys.toReversed().sort(compareKeys).join(" "), order);
  }
  assertEquals(Math.sign(compareKeys("a100", "a10b")), -1);
  assertEquals(Math.sign(compareKeys("a1000", "a1001")), -1);
  // Go's integers overflow.
  assertEquals(Math.sign(compareKeys("a9223372036854775808", "a1")), -1);
  const long = "1234567890123456789";
  assertEquals([["a00", "a"], ["a", "a00"]].map(([a, b]) => Math.sign(compareKeys(a + long, b + long))), [1, -1]);
});

/** `Less` of go-yaml v2's `keyList`, in code points. */
function goLess(a: string, b: string): boolean {
  const [ar, br] = [[...a], [...b]];
  const isDigit = (char = "") => /\p{Nd}/u.test(char);
  const i = ar.findIndex((char, at) => at >= br.length || char !== br[at]);
  if (i < 0 || i >= br.length) return ar.length < br.length;
  const [x, y] = [ar[i]!, br[i]!];
  const [isLetterX, isLetterY] = [x, y].map((char) => /\p{L}/u.test(char));
  if (isLetterX && isLetterY) return x < y;
  if (isLetterX || isLetterY) return isLetterY!;
  const before = ar.slice(ar.slice(0, i).findLastIndex((char) => !isDigit(char)) + 1, i);
  const isInside = (x === "0" || y === "0") && before.some((char) => char !== "0");
  const numberIn = (chars: string[]) => {
    const length = chars.slice(i).findIndex((char) => !isDigit(char));
    const digits = chars.slice(i, length < 0 ? undefined : i + length);
    const value = digits.reduce((sum, digit) => sum * 10 + digit.codePointAt(0)! - 0x30, isInside ? 1 : 0);
    return { value, length: digits.length };
  };
  const [m, n] = [numberIn(ar), numberIn(br)];
  return m.value !== n.value ? m.value < n.value : m.length !== n.length ? m.length < n.length : x < y;
}

Deno.test("compareKeys() orders all short keys as go-yaml v2 does", () => {
  const keys = (chars: string[], length: number): string[] =>
    length === 0 ? [""] : ["", ...keys(chars, length - 1).flatMap((key) => chars.map((char) => key + char))];
  for (
    const all of [
      keys(["0", "1", "a", "-"], 4),
      keys(["0", "é", "-", "🚀", "\u{1F681}"], 3),
      keys(["0", "1", "٣", "𝟘", "-"], 3),
      // Their second halves are the first and the last that there are.
      keys(["\u{1d400}", "\u{1d7ff}", "0"], 3),
    ]
  ) {
    const distinct = [...new Set(all)];
    for (const a of distinct) for (const b of distinct) assertEquals(compareKeys(a, b) < 0, goLess(a, b), `${a} ${b}`);
  }
});

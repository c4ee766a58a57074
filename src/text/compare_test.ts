import { assertEquals } from "@std/assert";
import { compareCodePoints, compareTexts } from "./compare.ts";

Deno.test("compareCodePoints() puts characters beyond U+FFFF last, compareTexts() before U+E000", () => {
  const texts = ["\ufb01", "\u{1f600}", "a", "", "ab"];
  assertEquals(texts.toSorted(compareCodePoints), ["", "a", "ab", "\ufb01", "\u{1f600}"]);
  assertEquals(texts.toSorted(compareTexts), ["", "a", "ab", "\u{1f600}", "\ufb01"]);
});

Deno.test("compareCodePoints() orders texts as their UTF-8 bytes", () => {
  const ordered = ["\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{dffff}", "\u{10ffff}"];
  assertEquals(ordered.toReversed().sort(compareCodePoints), ordered);
  assertEquals([compareCodePoints("a", "a"), compareTexts("a", "a")], [0, 0]);
  assertEquals([compareTexts("a", "b"), compareTexts("b", "a")], [-1, 1]);
});

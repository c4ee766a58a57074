import { assertEquals } from "@std/assert";
import { compareCodePoints, compareTexts } from "./compare.ts";

Deno.test("compareCodePoints() puts characters beyond U+FFFF last, compareTexts() before U+E000", () => {
  const texts = ["\ufb01", "\u{1f600}", "a", "", "ab"];
  assertEquals(texts.toSorted(compareCodePoints), ["", "a", "ab", "\ufb01", "\u{1f600}"]);
  assertEquals(texts.toSorted(compareTexts), ["", "a", "ab", "\u{1f600}", "\ufb01"]);
});

import { assertEquals } from "@std/assert";
import { blockLines, foldAtSpaces } from "./forms.ts";

Deno.test("foldAtSpaces() folds at single spaces beyond the width", () => {
  const folded = (text: string, column = 0) => foldAtSpaces(text, column, 2, 5);
  assertEquals(folded("aaaa bbbb  cccc dd ee"), "aaaa bbbb  cccc\n  dd ee");
  assertEquals(folded("aaaaaa bb cc dddd e"), "aaaaaa\n  bb cc\n  dddd\n  e");
  assertEquals([folded("aaaaa b"), folded("aaaaaa "), folded(" b c", 5)], ["aaaaa b", "aaaaaa ", " b\n  c"]);
});

Deno.test("blockLines() indents lines that are not empty, after breaks of any kind", () => {
  const texts = ["a\nb\n", "a\n\nb", "\na\n", "a\u2028b\n", "a\u2028\n\nb\n", "a\n\n"];
  assertEquals(texts.map((text) => blockLines("|", text, 2)), [
    "|\n  a\n  b\n",
    "|\n  a\n\n  b",
    "|\n\n  a\n",
    "|\n  a\u2028  b\n",
    "|\n  a\u2028\n\n  b\n",
    "|\n  a\n\n",
  ]);
});

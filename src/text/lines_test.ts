import { assertEquals } from "@std/assert";
import { lineAt, lineEnd, lineStarts } from "./lines.ts";

Deno.test("lineStarts(), lineAt() and lineEnd() know the lines of a text", () => {
  const text = "a\nbc\n\nd";
  const starts = lineStarts(text);
  assertEquals(starts, [0, 2, 5, 6]);
  assertEquals([0, 1, 2, 4, 5, 6, 9].map((offset) => lineAt(starts, offset)), [0, 0, 1, 1, 2, 3, 3]);
  assertEquals([0, 3, 5, 6].map((offset) => lineEnd(text, offset)), [1, 4, 5, 7]);
});

import { assertEquals } from "@std/assert";
import { columnOf, lineAt, lineStart, lineStarts, nextLine } from "./lines.ts";

Deno.test("lineStarts(), lineAt(), nextLine(), lineStart() and columnOf() find the lines of a text", () => {
  const text = "a\nbc\n\nd";
  const starts = lineStarts(text);
  assertEquals(starts, [0, 2, 5, 6]);
  assertEquals([0, 1, 2, 4, 5, 6, 9].map((offset) => lineAt(starts, offset)), [0, 0, 1, 1, 2, 3, 3]);
  assertEquals([0, 3, 5, 6].map((offset) => nextLine(text, offset)), [2, 5, 6, 7]);
  assertEquals([0, 3, 5].map((offset) => [lineStart(text, offset), columnOf(text, offset)]), [[0, 0], [2, 1], [5, 0]]);
  assertEquals(lineStart("\na", 0), 0);
});

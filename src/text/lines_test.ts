import { assertEquals } from "@std/assert";
import { columnOf, endLine, lineAt, lineStart, lineStarts, nextLine, pad, spacesAt } from "./lines.ts";

Deno.test("lineStarts(), lineAt(), nextLine(), lineStart() and columnOf() find the lines of a text", () => {
  const text = "a\nbc\n\nd";
  const starts = lineStarts(text);
  assertEquals(starts, [0, 2, 5, 6]);
  assertEquals([0, 1, 2, 4, 5, 6, 9].map((offset) => lineAt(starts, offset)), [0, 0, 1, 1, 2, 3, 3]);
  assertEquals([0, 3, 5, 6].map((offset) => nextLine(text, offset)), [2, 5, 6, 7]);
  assertEquals([0, 3, 5].map((offset) => [lineStart(text, offset), columnOf(text, offset)]), [[0, 0], [2, 1], [5, 0]]);
  assertEquals([lineStart("\na", 0), lineStarts("\na")], [0, [0, 1]]);
});

Deno.test("nextLine(), spacesAt() and endLine() look at the ends of lines", () => {
  assertEquals([nextLine("\na", 0), nextLine("a", 0)], [1, 1]);
  assertEquals([spacesAt("a  b", 1), spacesAt("a\t", 1), spacesAt(" ", 0)], [2, 0, 1]);
  assertEquals(["a", "a\n", "a\u2028", "", "\na"].map(endLine), ["a\n", "a\n", "a\u2028", "\n", "\na\n"]);
});

Deno.test("pad() is as many spaces as are asked for", () => {
  for (const indent of [3, 0, 1, 63, 64, 65, 200]) assertEquals(pad(indent), " ".repeat(indent));
});

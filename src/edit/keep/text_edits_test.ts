import { assertEquals } from "@std/assert";
import { TextEdits } from "./text_edits.ts";

Deno.test("TextEdits applies its changes together, in the order of the text", () => {
  const edits = new TextEdits("one two three");
  edits.replace(8, 13, "3");
  edits.insert(4, "1.5 ");
  edits.insert(4, "1.6 ");
  edits.replace(4, 7, "2");
  assertEquals(edits.apply(), "one 1.5 1.6 2 3");
});

Deno.test("TextEdits assigns to a part the insertions at its end, not those at its start", () => {
  const edits = new TextEdits("a\nb\nc\n");
  edits.insert(2, "after a\n");
  edits.insert(4, "after b\n");
  assertEquals(edits.applyWithin(0, 2), "a\nafter a\n");
  assertEquals(edits.applyWithin(2, 4), "b\nafter b\n");
  const within = new TextEdits("a\nb\nc\n");
  within.replace(2, 3, "B");
  assertEquals([within.applyWithin(2, 4), within.applyWithin(0, 2)], ["B\n", "a\n"]);
  edits.replaceAll(2, 4, "B\n");
  assertEquals(edits.apply(), "a\nafter a\nB\nc\n");
});

Deno.test("TextEdits ends the line before new lines, and keeps the line breaks of the text", () => {
  const open = new TextEdits("a");
  open.insertLines(1, "b\nc\n");
  assertEquals(open.apply(), "a\nb\nc\n");
  const above = new TextEdits("a");
  above.insertLines(0, "b\n");
  assertEquals(above.apply(), "b\na");
  const windows = new TextEdits("a\r\nb\r\n");
  windows.insertLines(3, "x\ny\r\n");
  assertEquals(windows.apply(), "a\r\nx\r\ny\r\nb\r\n");
});

import { assertEquals } from "@std/assert";
import { CopyBuilder } from "./copy_builder.ts";

Deno.test("a CopyBuilder joins adjacent parts of its input, and keeps insertions apart", () => {
  const builder = new CopyBuilder("0123456789");
  assertEquals(builder.copy(0, 2), 2);
  builder.copy(2, 4);
  builder.copy(6, 7);
  builder.add("ab");
  builder.copy(7, 7);
  builder.copy(9, 10);
  assertEquals(builder.parts(), ["0123", "6", "ab", "9"]);
});

Deno.test("a CopyBuilder knows the text between two marks", () => {
  const builder = new CopyBuilder("0123456789");
  const marks = [builder.mark()];
  const note = () => marks.push(builder.mark());
  builder.copy(0, 3);
  note();
  builder.copy(3, 5);
  note();
  builder.add("ab");
  note();
  builder.copy(8, 9);
  note();
  builder.add("c");
  note();
  const text = "01234ab8c";
  assertEquals(builder.parts().join(""), text);
  const ends = [0, 3, 5, 7, 8, 9];
  for (const [index, from] of marks.entries()) {
    for (const [other, to] of marks.entries()) {
      if (other >= index) assertEquals(builder.between(from, to), text.slice(ends[index], ends[other]));
    }
  }
});

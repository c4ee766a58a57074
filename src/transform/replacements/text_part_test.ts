import { assertEquals } from "@std/assert";
import { partAt, partCount } from "./text_part.ts";

Deno.test("partAt() and partCount() find the parts that split() makes", () => {
  for (const text of ["", ",", "a", "a,b", ",a,,b,", "a--b---c", "---"]) {
    for (const delimiter of [",", "--", "b"]) {
      const parts = text.split(delimiter);
      const name = JSON.stringify([text, delimiter]);
      assertEquals(partCount(text, delimiter), parts.length, name);
      parts.forEach((part, index) => assertEquals(text.slice(...partAt(text, delimiter, index)!), part, name));
      assertEquals([partAt(text, delimiter, parts.length), partAt(text, delimiter, -1)], [undefined, undefined]);
    }
  }
});

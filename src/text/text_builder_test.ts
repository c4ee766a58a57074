import { assertEquals } from "@std/assert";
import { TextBuilder } from "./text_builder.ts";

Deno.test("a TextBuilder joins short and long parts", () => {
  const builder = new TextBuilder();
  assertEquals(builder.build(), "");
  const long = "0123456789".repeat(500);
  const parts: [string, number?, number?][] = [["ab"], ["abcdef", 2, 4], [long], ["x", 1], [long, 3, 40], [
    "\u{1f600}",
  ]];
  for (const part of parts) builder.add(...part);
  const expected = parts.map(([text, start, end]) => text.slice(start, end)).join("");
  assertEquals([builder.build(), builder.build()], [expected, expected]);
  for (let index = 0; index < 3000; index++) builder.add("abc");
  assertEquals(builder.build(), expected + "abc".repeat(3000));
});

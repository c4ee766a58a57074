import { assertEquals, assertThrows } from "@std/assert";
import { draw, fileOf, PICTURES } from "./pictures.ts";
import { terminalPicture } from "./terminal_picture.ts";

for (const picture of PICTURES) {
  Deno.test(`the picture ${picture.name} shows what the program prints: deno task pictures`, async () => {
    assertEquals(await draw(picture), Deno.readTextFileSync(fileOf(picture)));
  });
}

Deno.test("text of a picture is escaped, coloured, and at the column that it has in a terminal", () => {
  const picture = terminalPicture("a <b>", "\x1b[32m+ <x>\x1b[0m  & y\n");
  const texts = [...picture.matchAll(/<text .*?<\/text>/g)].map(([text]) => text);
  assertEquals(texts, [
    '<text x="16.0" y="47" textLength="42.0" fill="#7ee787">+ &lt;x&gt;</text>',
    '<text x="74.8" y="47" textLength="25.2">&amp; y</text>',
  ]);
  assertEquals(picture.includes("<title>a &lt;b&gt;</title>"), true);
  assertThrows(() => terminalPicture("", "\x1b[45mx"), Error, "no style for the escape sequence 45m");
});

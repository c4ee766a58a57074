import { assertEquals } from "@std/assert";
import { oneLine } from "./one_line.ts";

Deno.test("oneLine() cuts after 60 characters and after the first line, and shows that it does", () => {
  const long = "x".repeat(60);
  assertEquals([oneLine(""), oneLine("a b"), oneLine(long)], ["", "a b", long]);
  assertEquals([oneLine(`${long}y`), oneLine("a\nb"), oneLine(`${long}y\nb`)], [`${long}…`, "a…", `${long}…`]);
});

import { assertEquals } from "@std/assert";
import { table, wrap } from "./text_layout.ts";

Deno.test("wrap() fills lines, and keeps paragraphs and indented lines", () => {
  assertEquals(wrap("one two three\nfour\n\n  kept as  it is\nfive", 9), [
    "one two",
    "three",
    "four",
    "",
    "  kept as  it is",
    "five",
  ]);
});

Deno.test("wrap() fills a line up to its width, blanks included", () => {
  assertEquals(wrap("abc def ghi", 7), ["abc def", "ghi"]);
  assertEquals(wrap("abc def ghi", 6), ["abc", "def", "ghi"]);
  assertEquals(wrap("abc def ghi", 11), ["abc def ghi"]);
});

Deno.test("wrap() does not split a word that is too long", () => {
  assertEquals(wrap("a averylongword b", 5), ["a", "averylongword", "b"]);
});

Deno.test("table() puts the second column on its own lines on a narrow terminal", () => {
  assertEquals(table([["--a", "first"], ["--long", "second and more"]], 40), [
    "  --a      first",
    "  --long   second and more",
  ]);
  const columns = (width: number) => table([["--abc", "some words in the second column"]], width);
  assertEquals(columns(34), ["  --abc   some words in the second", "          column"]);
  assertEquals(columns(33), ["  --abc", "        some words in the second", "        column"]);
  assertEquals(table([["--a-very-long-name", "what it does"]], 24), ["  --a-very-long-name", "        what it does"]);
});

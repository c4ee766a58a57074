import { assertEquals } from "@std/assert";
import { earlierShellWords } from "./earlier_shell_words.ts";

Deno.test("words, quotes, escapes and comments", () => {
  assertEquals(earlierShellWords(` a 'b c' "d \\" e"f g\\ h '' x#y # rest`), ["a", "b c", 'd " ef', "g h", "", "x#y"]);
  assertEquals(earlierShellWords("a # b\nc"), ["a", "c"]);
});

Deno.test("an unclosed quote drops its word and the rest", () => {
  assertEquals(earlierShellWords("a 'b c"), ["a"]);
  assertEquals(earlierShellWords("a b\\"), ["a"]);
});

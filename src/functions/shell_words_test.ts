import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { shellWords } from "./shell_words.ts";

Deno.test("shellWords() splits at blanks, and knows quotes, backslashes and comments", () => {
  const cases: [line: string, words: string[]][] = [
    ["", []],
    ["  a\tb  ", ["a", "b"]],
    [`'a b' "c d" e'f g'h`, ["a b", "c d", "ef gh"]],
    [`'a"b' "c'd"`, [`a"b`, "c'd"]],
    [`a\\ b "c\\"d" 'e\\'`, ["a b", 'c"d', "e\\"]],
    ["a\\\\b", ["a\\b"]],
    ["a #b", ["a"]],
    ["a#b c", ["a"]],
    ["'#a' b", ["#a", "b"]],
    ["'' a", ["a"]],
    ["a\\", ["a"]],
  ];
  for (const [line, words] of cases) assertEquals(shellWords(line, undefined), words, line);
});

Deno.test("shellWords() fails at a quote that is not closed", () => {
  for (const quote of ["'", '"']) {
    const { message } = diagnosticOf("invalid-value", () => shellWords(`a ${quote}b`, undefined));
    assertEquals(message, `failed to parse argsOneLiner: a quote (${quote}) is not closed`);
  }
});

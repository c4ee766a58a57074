import { assertEquals } from "@std/assert";
import { isSimpleKey } from "./print_string.ts";

Deno.test("isSimpleKey() counts the bytes of UTF-8, at most 128", () => {
  const longest = [["a", 128], ["\u007f", 128], ["\u0080", 64], ["\u07ff", 64], ["\u0800", 42], [
    "\uffff",
    42,
  ]] as const;
  for (const [character, count] of [...longest, ["\u{10000}", 32]] as const) {
    const name = `U+${character.codePointAt(0)!.toString(16)}`;
    assertEquals(isSimpleKey(character.repeat(count)), true, name);
    assertEquals(isSimpleKey(character.repeat(count + 1)), false, name);
  }
});

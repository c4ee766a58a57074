import { assertEquals } from "@std/assert";
import { isReadOtherwise, newText } from "./new_text.ts";

Deno.test("isReadOtherwise() finds lines that are YAML of other values than text", () => {
  const others = ["yes", "5", "~", "[a]", "{a: b}", "a: b", "- a", "{a: 1, a: 2}", "!!int 5", "? a", "# a"];
  const texts = [
    "a",
    "a b",
    "a\nb: c",
    "- a\n- b",
    "5\n6",
    "[a",
    "<<: b",
    "[a]: b",
    "'5'",
    '"a: b"',
    "a:b",
    "a#b",
    "!t a",
    "&a b",
    "...",
  ];
  const found = [...others, ...texts].filter(isReadOtherwise);
  assertEquals(found, others);
});

Deno.test("newText() quotes what would be read as another value", () => {
  assertEquals(["a", "5", "a: b"].map((text) => newText(text).style), ["plain", "double", "double"]);
});

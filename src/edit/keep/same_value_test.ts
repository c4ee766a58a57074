import { assertEquals } from "@std/assert";
import { parsed } from "../../testing/yaml.ts";
import { sameValue } from "./same_value.ts";

const SAME = [["{a: 1, b: [x]}", "b: ['x']\na: 1"], ["[]", "[]"], ["~", "~"]] as const;

const DIFFERENT = [
  ["{a: 1}", "a"],
  ["a", "{a: 1}"],
  ["[a]", "{a: 1}"],
  ["{a: 1}", "[a]"],
  ["[a]", "[a, b]"],
  ["[a, b]", "[b, a]"],
  ["{a: 1}", "{a: 1, b: 2}"],
  ["{a: 1, b: 2}", "{a: 1, c: 2}"],
  ["{a: 1}", "{a: 2}"],
] as const;

Deno.test("sameValue() ignores the order of keys and the style, not the order of items and types", () => {
  for (const [a, b] of SAME) assertEquals(sameValue(parsed(a), parsed(b)), true, a);
  for (const [a, b] of DIFFERENT) assertEquals(sameValue(parsed(a), parsed(b)), false, `${a} ${b}`);
});

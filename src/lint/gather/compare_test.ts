import { assertEquals } from "@std/assert";
import { parsed } from "../../testing/yaml.ts";
import { compare } from "./compare.ts";

/** Whether a step changed an object, and the paths of the fields that it made. */
function compared(before: string, after: string): [changed: boolean, ...made: string[]] {
  const { changed, made } = compare(parsed(before), parsed(after));
  return [changed, ...made.map(({ path }) => path.join("/"))];
}

Deno.test("compare() tells whether values differ, in any order of keys", () => {
  const same = [["a", "'a'"], ["{a: 1, b: [c]}", "{b: [c], a: 1}"], ["[]", "[]"], ["&x a", "a"], [
    "[&x a, *x]",
    "[a, a]",
  ]];
  for (const [before, after] of same) assertEquals(compared(before!, after!), [false], before);
  const values = ["1", "'1'", "2", "[1]", "{a: 1}", "[1, 1]", "null"];
  for (const before of values) {
    for (const after of values) {
      const [changed] = compared(`{x: ${before}}`, `{x: ${after}}`);
      assertEquals(changed, before !== after, `${before} ${after}`);
    }
  }
  assertEquals(compared("{a: 1, b: 2}", "{a: 1}"), [true]);
});

Deno.test("compare() names the fields that were made, in named items too", () => {
  assertEquals(compared("{a: {b: 1}}", "{a: {b: 1, c: 2}, d: 3}"), [true, "a/c", "d"]);
  assertEquals(compared("{}", "{a: {b: 1}}"), [true, "a"]);
});

Deno.test("compare() reads schemas of definitions only if their texts differ", () => {
  const definition = (type: string, rest = "") =>
    parsed(`spec:\n  schema:\n    openAPIV3Schema:\n      properties:\n        a:\n          type: ${type}\n${rest}`);
  const changed = (before: string, after: string, rest?: string) =>
    compare(definition(before), definition(after, rest)).changed;
  assertEquals([changed("string", "string"), changed("string", "integer"), changed("string", "string", "x: 1\n")], [
    false,
    true,
    true,
  ]);
});

import { assertEquals } from "@std/assert";
import { expandVars } from "./expansion.ts";
import type { VarValue } from "./value.ts";

const VALUES = new Map<string, VarValue>([
  ["A", { text: "a", tag: "!!str", inText: "a" }],
  ["B", { text: "$(A)", tag: "!!str", inText: "$(A)" }],
  ["EMPTY", { text: "", tag: "!!str", inText: "" }],
  ["BIG", { text: "1000000", tag: "!!float", inText: "1e+06" }],
]);

function expand(text: string): string {
  return expandVars(text, (name) => VALUES.get(name)).text;
}

Deno.test("references are replaced once, by name", () => {
  const cases: [string, string][] = [
    ["$(A)", "a"],
    ["$(A)-$(A)", "a-a"],
    ["x$(A)y$(NOBODY)z", "xay$(NOBODY)z"],
    ["$(B)", "$(A)"],
    ["-$(EMPTY)-", "--"],
    ["$(A$(A))", "$(A$(A))"],
    ["\\$(A)", "\\a"],
    ["no reference (A)", "no reference (A)"],
    ["", ""],
  ];
  for (const [text, expected] of cases) assertEquals(expand(text), expected, text);
});

Deno.test("a doubled dollar sign is an escape; other dollar signs stay", () => {
  const cases: [string, string][] = [
    ["$$(A)", "$(A)"],
    ["$$$(A)", "$a"],
    ["$$$$(A)", "$$(A)"],
    ["$A $? $", "$A $? $"],
    ["$(A", "$(A"],
    ["$()", "$()"],
    ["$$", "$"],
    ["$($(A)", "$($(A)"],
  ];
  for (const [text, expected] of cases) assertEquals(expand(text), expected, text);
});

Deno.test("a reference on its own keeps the type of its value; inside a text it becomes text", () => {
  assertEquals(expandVars("$(BIG)", (name) => VALUES.get(name))?.tag, "!!float");
  assertEquals(expand("$(BIG)"), "1000000");
  assertEquals(expand("<$(BIG)>"), "<1e+06>");
});

Deno.test("many unclosed references take linear time", () => {
  const text = "$(".repeat(200_000);
  assertEquals(expand(text), text);
});

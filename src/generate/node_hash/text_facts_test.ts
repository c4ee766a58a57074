import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { TextFacts } from "./text_facts.ts";

Deno.test("hasCommentedCollection() finds comments at the lists and mappings of one document", () => {
  const found = (text: string, offset = 0) =>
    new TextFacts().hasCommentedCollection({ source: new Source("a.yaml", text), offset });
  const without = ["a: b\n", "a: b # c\n", "a: {b: c}\n", "- a # b\n", "a: 1\na: 2\n", "a:\n- {b: c}\n", ""];
  for (const text of without) assertEquals(found(text), false, text);
  const flow = "a: {b: c} # d\n";
  for (const text of [flow, "a: [b] # c\n", "a:\n- b: [c] # d\n"]) assertEquals(found(text), true, text);
  assertEquals([found(`a: b\n---\n${flow}`), found(`a: b\n---\n${flow}`, 10)], [false, true]);
});

Deno.test("a value that is left out is after its key, but in brackets at the next token", () => {
  const placeIn = (text: string, key: string) => {
    const root = parseDocument(new Source("a.yaml", text), { dialect: "v3" });
    const data = root?.kind === "mapping" ? root.get("data") : undefined;
    const { line, column } = new TextFacts().of(data?.kind === "mapping" ? data.get(key)! : data!);
    return [line, column];
  };
  assertEquals(placeIn("data:\nx: 1\n", ""), [1, 6]);
  assertEquals(placeIn("data:\n  a: # c\n  b: 1\n", "a"), [2, 5]);
  assertEquals([placeIn("data: {a:  , b }", "a"), placeIn("data: {a:  , b }", "b")], [[1, 12], [1, 16]]);
  assertEquals(placeIn("data: {a: # c\n  }", "a"), [2, 3]);
  assertEquals(placeIn("data: {a: '}'}", "a"), [1, 11]);
});

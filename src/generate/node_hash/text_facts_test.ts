import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
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

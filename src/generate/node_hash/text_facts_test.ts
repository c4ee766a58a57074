import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { Mapping } from "../../yaml/tree/node.ts";
import { TextFacts } from "./text_facts.ts";

function rootOf(text: string): Mapping {
  const root = parseDocument(new Source("a.yaml", text), { dialect: "v3" });
  return root?.kind === "mapping" ? root : new Mapping();
}

Deno.test("a merge gives the comments of a patch to the target, except those that it lacks", () => {
  const [root, first, second] = ["a: {} # a\n", "# b\na: {} # b\n", "a: [] # c\n"].map(rootOf);
  const a = root!.get("a")!;
  const facts = new TextFacts([[a, first!.get("a")!], [a, second!.get("a")!]]);
  assertEquals(facts.of(a).comments, { head: "", line: "# c", foot: "" });
  assertEquals(new TextFacts([[a, rootOf("a: {}").get("a")!]]).of(a).comments.line, "# a");
  const commented = ["# h1\n- {} # l1\n# f1\n\n- x\n", "# h2\n- {} # l2\n# f2\n\n- x\n", "- {}\n"]
    .map((text) => rootOf(`a:\n${text}`).get("a"))
    .map((list) => list?.kind === "sequence" ? list.items[0]! : a);
  const [one, two, none] = commented;
  assertEquals(new TextFacts([[one!, two!]]).of(one!).comments, { head: "# h2", line: "# l2", foot: "# f2" });
  for (const [target, patch] of [[one!, none!], [none!, one!]] as const) {
    assertEquals(new TextFacts([[target, patch]]).of(target).comments, { head: "# h1", line: "# l1", foot: "# f1" });
  }
});

Deno.test("a value that is left out is after its key, but in brackets at the next token", () => {
  const placeIn = (text: string, key: string) => {
    const data = rootOf(text).get("data");
    const { line, column } = new TextFacts().of(data?.kind === "mapping" ? data.get(key)! : data!);
    return [line, column];
  };
  assertEquals(placeIn("data:\nx: 1\n", ""), [1, 6]);
  assertEquals(placeIn("data:\n  a: # c\n  b: 1\n", "a"), [2, 5]);
  assertEquals([placeIn("data: {a:  , b }", "a"), placeIn("data: {a:  , b }", "b")], [[1, 12], [1, 16]]);
  assertEquals(placeIn("data: {a: # c\n  }", "a"), [2, 3]);
  assertEquals(placeIn("data: {a: '}'}", "a"), [1, 11]);
  assertEquals([placeIn("data:\n", ""), placeIn("data: 'x\u2028y'\n", "")], [[1, 6], [1, 7]]);
});

import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import type { Mapping, Node, Sequence } from "./node.ts";
import { parseDocument } from "../read/parse.ts";
import { entrySpan, itemSpans, nodeEnd } from "./node_spans.ts";

function parse(text: string): Node {
  return parseDocument(new Source("t", text))!;
}

Deno.test("nodeEnd() finds the end of every style of value", () => {
  const values = [
    "plain",
    "two  words # no",
    "'it''s # so'",
    '"a \\" # b"',
    "[a, 'b]', # c\n  d]",
    "{a: {b: c}, d: [e] }",
    "[]",
    "{ }",
    "|\n    text\n\n      more\n    # text too",
    ">-\n  folded\n  text",
    "several\n  lines of\n\n  plain",
    "\n  a: b\n  c:\n  - d\n  - e",
    "!!str tagged",
    "&anchor x",
  ];
  for (const value of values) {
    const text = `key: ${value}\n# after\nnext: x\n`;
    const entry = (parse(text) as Mapping).entries[0]!;
    const end = value.replace(/ # no$/, "").length + "key: ".length;
    assertEquals(entrySpan(text, entry), { start: 0, colon: 3, end }, value);
  }
});

Deno.test("entrySpan() ends after the colon if there is no value", () => {
  const text = "a: # none\n\nb: x\n";
  const { entries } = parse(text) as Mapping;
  assertEquals(entrySpan(text, entries[0]!), { start: 0, colon: 1, end: 2 });
});

Deno.test("nodeEnd() finds the end of empty collections inside others, and of a block scalar at the end", () => {
  const lists = parse("[[]]") as Sequence;
  const mappings = parse("{a: {}}") as Mapping;
  assertEquals([nodeEnd("[[]]", lists.items[0]!), nodeEnd("{a: {}}", mappings.get("a")!)], [3, 6]);
  for (const text of ["a: |\n  b\n", "a: |\n  b\n\n c\n", "a: |\n"]) {
    const end = text.startsWith("a: |\n  b") ? 8 : 4;
    assertEquals(entrySpan(text, (parse(text.replace(" c", "")) as Mapping).entries[0]!).end, end, text);
  }
});

Deno.test("nodeEnd() finds the end of an alias", () => {
  const text = "a: &x 1\nb: *x # c\n";
  assertEquals(nodeEnd(text, (parse(text) as Mapping).entries[1]!.value), text.indexOf(" # c"));
});

Deno.test("itemSpans() starts at the dashes", () => {
  const text = "l:\n  # one\n  - a\n  -\n    b: - c\n  -   # empty\n  - |\n    - d\n  - e\n";
  const list = (parse(text.replace("b: - c", "b: c")) as Mapping).entries[0]!.value as Sequence;
  const shown = text.replace("b: - c", "b: c");
  assertEquals(itemSpans(shown, list).map(({ start, end }) => shown.slice(start, end)), [
    "- a",
    "-\n    b: c",
    "-",
    "- |\n    - d",
    "- e",
  ]);
});

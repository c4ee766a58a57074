import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { Comments } from "./comments.ts";
import { type Mapping, type Node, Scalar } from "../tree/node.ts";
import { parseDocument } from "../read/parse.ts";
import { printStyled } from "./print_styled.ts";

/** Reads a mapping, sets its field `b` to 9, and writes it with its comments. */
function rewritten(text: string): string {
  const source = new Source("text", text);
  const document = parseDocument(source) as Mapping;
  const comments = new Comments(document, source);
  const field = document.get("b");
  if (field instanceof Scalar) field.value = "9";
  const starts = new Map<Node, number>();
  return comments.weave(document, printStyled(document, starts), starts);
}

/** Text, and what go-yaml v3 makes of it, by way of the real kustomize. */
const CASES: [string, string][] = [
  ["# top\n\na: 1\nb: 2\n", "# top\n\na: 1\nb: 9\n"],
  ["# top\n# two\n\n# next\na: 1\nb: 2\n", "# top\n# two\n\n# next\na: 1\nb: 9\n"],
  ["a: 1\n\n# of b\n\nb: 2\n", "a: 1\n# of b\nb: 9\n"],
  ["a: 1\n\n# of b\n\n# too\nb: 2\n", "a: 1\n# of b\n\n# too\nb: 9\n"],
  ["a: 1\n# of a\n\n# of b\nb: 2\n", "a: 1\n# of a\n\n# of b\nb: 9\n"],
  ["a:\n  # of c\n\n  c: 1\nb: 2\n", "a:\n  # of c\n  c: 1\nb: 9\n"],
  ["a:\n  c: 1\n  # of c\nb: 2\n", "a:\n  c: 1\n  # of c\nb: 9\n"],
  ["a:\n  c: 1\n# of a\n\nb: 2\n", "a:\n  c: 1\n# of a\n\nb: 9\n"],
  [
    "a:\n  - c: 1\n    # of d\n    d: 2\n  # of e\n  - e: 1\nb: 2\n",
    "a:\n- c: 1\n  # of d\n  d: 2\n# of e\n- e: 1\nb: 9\n",
  ],
  ["a: 1 # one\nb: 2  # two\nc: ' #' # three\n", "a: 1 # one\nb: 9 # two\nc: ' #' # three\n"],
  ["a: # of a\n  c: [1, 2] # of c\nb: 2\n", "a: # of a\n  c: [1, 2] # of c\nb: 9\n"],
  ["a: | # of a\n  text\n  # text\nb: 2\n", "a: | # of a\n  text\n  # text\nb: 9\n"],
  ["a: 'x\n\n  # text\n\n  y'\nb: 2\n", "a: 'x\n\n  # text\n\n  y'\nb: 9\n"],
  ["a: 1\nb: 2 # two\n# end\n", "a: 1\nb: 9 # two\n# end\n"],
  ["a: 1\nb: 2\n\n# end\n", "a: 1\nb: 9\n\n# end\n"],
  ["b: 2 # two\n# of c\n\nc: 1\n", "b: 9 # two\n# of c\nc: 1\n"],
  ["b: 2\na:\n# end\n", "b: 9\na:\n\n# end\n"],
];

Deno.test("comments stay with what they belong to", () => {
  for (const [text, expected] of CASES) assertEquals(rewritten(text), expected, text);
});

Deno.test("comments of what is replaced go with it", () => {
  const source = new Source("text", "a:\n  # of c\n  c: 1 # one\nb: 2\n");
  const document = parseDocument(source) as Mapping;
  const comments = new Comments(document, source);
  document.set("a", new Scalar("new"));
  const starts = new Map<Node, number>();
  assertEquals(comments.weave(document, printStyled(document, starts), starts), "a: new\nb: 2\n");
});

import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../read/parse.ts";
import { type Mapping, Scalar } from "../tree/node.ts";
import { printCommented } from "../write/print_styled.ts";
import { readComments } from "./read_comments.ts";

/** Parses a mapping, sets its field `b` to 9, and prints it with its comments. */
function rewritten(text: string): string {
  const document = parseDocument(new Source("text", text)) as Mapping;
  const commented = readComments(document);
  const field = document.get("b");
  if (field instanceof Scalar) field.value = "9";
  return printCommented(commented);
}

/** Text, and go-yaml v3.0.3's output for it. */
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
  ["b: 2\nl:\n- # of k\n  k: v\n- x # one\n  # two\n- y\n", "b: 9\nl:\n- # of k\n  k: v\n- x # one\n# two\n- y\n"],
  ["a: # of l\n- - [x] # of x\nb: 2\n", "a: # of l\n- - [x] # of x\nb: 9\n"],
  ["a: [1, # one\n  2] # two\nb: 2\n", "a: [1, # one\n  2] # two\nb: 9\n"],
  [
    "a: {\n  # of c\n  c: 1, # one\n  d: 2\n  # end\n}\nb: 2\n",
    "a: {\n  # of c\n  c: 1, # one\n  d: 2,\n  # end\n}\nb: 9\n",
  ],
  ["--- # of the document\nb: 2\n", "# of the document\nb: 9\n"],
  ["# one\n---\n# two\nb: 2\n...\n# three\n", "# one\n# two\nb: 9\n\n# three\n"],
  ["a: >- # of a\n  text\n\n# of b\nb: 2\n", "a: >- # of a\n  text\n# of b\nb: 9\n"],
  ["? [x, y] # of x\n: z\n# of b\nb: 2\n", "? [x, y] # of x\n: z\n# of b\nb: 9\n"],
  ["a: &x !t # of a\n  c: 1\nb: 2\nd: *x # of d\n", "a: &x !t\n  c: 1 # of a\nb: 9\nd: *x # of d\n"],
  ["a: 1\r\n# of b\r\nb: 2\r\n", "a: 1\n# of b\n\nb: 9\n"],
];

Deno.test("comments stay with their nodes", () => {
  for (const [text, expected] of CASES) assertEquals(rewritten(text), expected, text);
});

Deno.test("comments of replaced nodes are removed with them", () => {
  const document = parseDocument(new Source("text", "a:\n  # of c\n  c: 1 # one\nb: 2\n")) as Mapping;
  const commented = readComments(document);
  document.set("a", new Scalar("new"));
  assertEquals(printCommented(commented), "a: new\nb: 2\n");
});

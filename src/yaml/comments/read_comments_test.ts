import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../read/parse.ts";
import { type Mapping, type Node, Scalar } from "../tree/node.ts";
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
  ["a: [1, # one\n    # two\u2028\n  2]\nb: 2\n", "a: [1, # one\n  # two\n  2]\nb: 9\n"],
  ["b: 2\n    # of b\u0085 \n", "b: 9\n\n# of b\n"],
];

Deno.test("comments stay with their nodes", () => {
  for (const [text, expected] of CASES) assertEquals(rewritten(text), expected, text);
});

/** The longest key. */
const KEY = "k".repeat(1024);

/** go-yaml looks 512 characters ahead. */
const FAR = 511;

/** Text, and kyaml v0.21.3's output for it. */
const UNUSUAL: [string, string][] = [
  ["\na: {?,}\n# c3", "a: {'': ''}\n# c3\n"],
  ["[?,]\n", "[{'': ''}]\n"],
  ["- !t &x #\n\n- ?x", "- &x !t\n- ?x #\n"],
  ["? - a\n# d1\n #\n", "? - a\n  # d1\n:\n\n#\n"],
  ["# d1\n-", "-\n\n# d1\n"],
  ["a: [{},{}: y ]\n", "a: [{}, {{}: y}]\n"],
  ["-x\n  #\n", "-x\n#\n"],
  ["---\t#\n1\n", "#\n1\n"],
  ["  #\r\n\r\n&x\r\n", "#\n\n&x\n"],
  ["[x,? k : v]", "[x, {k: v}]\n"],
  ["\ufeffx\n", "x\n"],
  ["- :x\n", "- :x\n"],
  ["{ k0:\n}", "{k0: ''}\n"],
  ["? - a\n#", "? - a\n:\n#\n"],
  ["? a\n #\n", "a:\n#\n"],
  ["{\t[x]: 1}\n", "{? [x] : 1}\n"],
  ['"a":\t"d"\n#', '"a": "d"\n\n#\n'],
  ['"a"\t:\tx\n#\n', '"a": x\n#\n'],
  ["#\n[z,\n#\n ]\n", "#\n[z,\n  #\n]\n"],
  ["? - a\n:\t#\n- {}\n", "? - a\n: - {}\n"],
  ["a :\n  a : &x z  # d3\n  b: {}\n#\n\n# d8\n # d10\n", "a:\n  a: &x z # d3\n  b: {}\n#\n\n# d8\n"],
  ["? [ ]\n: a: x\n   y\n", "[]:\n  a: x y\n"],
  ["%YAML 1.1\n---\n#\n{}\n", "#\n{}\n"],
  ["  # c0\n-\n  # d3\n  - -x\n", "# c0\n- # d3\n  - -x\n"],
  ["\n{}\n#\n", "{}\n#\n"],
  ["{\n  # d1\nk0}", "{\n  # d1\n  k0: ''}\n"],
  ['\n"a" :\t!t #\nb: [x ] # d5\n', '"a": !t\nb: [x] # d5\n'],
  ["{?,[x]: x}", "{'': '', ? [x] : x}\n"],
  ["a: >\n  t\n    # d2\n", "a: >\n  t\n\n    # d2\n"],
  ["%YAML 1.1 # d\n# e\n---\n", "\n\n# e\n"],
  ["\n? {}\n:  # d1\n  a : &x\n", "{} # d1\n:\n  a: &x\n"],
  ["&k0 a: |-\n  t\n? []\n# d2\n  \n", "&k0 a: |-\n  t\n[]:\n"],
  ['&k0 a:\n   "b": {\n  "k0":#\n1\n#\n}\n', '&k0 a:\n  "b": {"k0": 1, #\n}\n  #\n'],
  ['\n  # d1\n{k0: #\n{"k0":1} #\n\n# d19\n\n}\n', '# d1\n{k0: {"k0": 1} #\n,\n  # d19\n}\n'],
  [
    "- a: [{[x]: 1,\n?\t#\n},\n# d10\n1 ]\t# c11\n  \n- {}\n",
    "- a: [{? [x] : 1, '': ''} #\n,\n    # d10\n    1] # c11\n- {}\n",
  ],
  [
    '# d1\n  # d3\n-\n  - a\t: [\n  # d6\n1,{}: y]\n   #\n\n    #\n    &k11 b\t:\t!t # c12\n- ? {k0:,\t"k1": \nx\t# c14\n}\n  :\n    #\n    - [ ]\n    - [\nz\n  #\n,z\n  ]\n...\n',
    "# d1\n# d3\n- - a: [1, {{}: y}]\n    #\n\n    #\n    &k11 b: !t\n- # c12\n  ? {'k0:': '', \"k1\": x, # c14\n}\n  : #\n    - []\n    - [z,\n      #\n\n      z]\n",
  ],
  ["-\x85#", "-\n\n#\n"],
  ["x\n#\x85", "x\n\n#\n"],
  ["x\n# c\x85 # d\n", "x\n\n# d\n"],
  ["1\n#\n]", "1\n\n#\n"],
  ["[]b: # c\n", "[]\n"],
  ["{}\n# c\nb: d", "{}\n\n# c\n"],
  [`- ${KEY}: # c\n`, `- ? ${KEY}\n  : # c\n`],
  [`a: '1'${" ".repeat(FAR)}# c\nb: 2\n`, "a: '1' # c\nb: 2\n"],
  [`a: '1'${" ".repeat(FAR + 1)}# c\nb: 2\n`, "a: '1'\n# c\nb: 2\n"],
  [`a:\n  b: 1\n\n  # d\n${"\n".repeat(FAR - 1)}# c\n`, "a:\n  b: 1\n  # d\n\n# c\n"],
  [`a:\n  b: 1\n\n  # d\n${"\n".repeat(FAR)}# c\n`, "a:\n  b: 1\n\n# d\n\n# c\n"],
];

Deno.test("comments beside omitted and unusual nodes stay with them", () => {
  for (const [text, expected] of UNUSUAL) {
    assertEquals(printCommented(readComments(parseDocument(new Source("text", text))!)), expected, text);
  }
});

Deno.test("comments of replaced nodes are removed with them", () => {
  const document = parseDocument(new Source("text", "a:\n  # of c\n  c: 1 # one\nb: 2\n")) as Mapping;
  const commented = readComments(document);
  document.set("a", new Scalar("new"));
  assertEquals(printCommented(commented), "a: new\nb: 2\n");
});

/** Text, and the lines and columns of its nodes in go-yaml v3, parents first. */
const PLACES: [string, string][] = [
  ["-", "1:1 1:2"],
  ["-   \n- a", "1:1 1:2 2:3"],
  ["- - \n-", "1:1 1:3 1:4 2:2"],
  ["? \n: a", "1:1 1:2 2:3"],
  ["?   \n:   ", "1:1 1:2 2:2"],
  ["a:   \nb: c", "1:1 1:1 1:3 2:1 2:4"],
  ["a:\n-\nb:", "1:1 1:1 2:1 2:2 3:1 3:3"],
  ["- a:\n  b:\n-\n", "1:1 1:3 1:3 1:5 2:3 2:5 3:2"],
  ["{a}", "1:1 1:2 1:3"],
  ["{a: , b}", "1:1 1:2 1:5 1:7 1:8"],
  ["{?}", "1:1 1:3 1:3"],
  ["{? , a}", "1:1 1:4 1:4 1:6 1:7"],
  ["{? : a}", "1:1 1:4 1:6"],
  ["[? a]", "1:1 1:2 1:4 1:5"],
  ["[? a : ]", "1:1 1:2 1:4 1:6"],
  ["[a: , b]", "1:1 1:2 1:2 1:3 1:7"],
  ["a: &x\nb: !t\nc: &y d", "1:1 1:1 1:4 2:1 2:4 3:1 3:4"],
];

Deno.test("startOf() has nodes where go-yaml has them: at their properties, and omitted ones after an indicator", () => {
  for (const [text, expected] of PLACES) {
    const source = new Source("text", text);
    const root = parseDocument(source)!;
    const { startOf } = readComments(root);
    const placesOf = (node: Node): string[] => {
      const { line, column } = source.position(startOf(node)!);
      const contents = node.kind === "mapping" ? node.entries.flatMap(({ key, value }) => [key, value]) : [];
      return [`${line}:${column}`, ...(node.kind === "sequence" ? node.items : contents).flatMap(placesOf)];
    };
    assertEquals(placesOf(root).join(" "), expected, text);
  }
});

import { assertEquals } from "@std/assert";
import { Mapping, type Node, Scalar, Sequence, stringScalar } from "../tree/node.ts";
import { printStyled } from "./print_styled.ts";
import { parsed } from "../../testing/yaml.ts";

/** Each as kyaml v0.21.1 wrote the text on the left. */
const STYLED: [string, string][] = [
  ["b: 1\na:   [x,  'y',\n {c: d}]", "b: 1\na: [x, 'y', {c: d}]\n"],
  ["a:\n    - x\n    -   - y\n        - z: 1\n          w:\n", "a:\n- x\n- - y\n  - z: 1\n    w:\n"],
  ["a: &q {b: , c}\nd: *q\ne: &r\n  f: 1", "a: &q {b: '', c: ''}\nd: *q\ne: &r\n  f: 1\n"],
  ["a: >\n  x\n  y\n\nb: |-\n  z\nc: |+\n\n  w\n\n", "a: >\n  x y\n\nb: |-\n  z\nc: |2+\n\n  w\n\n"],
  ["a: \"x\\ty\"\nb: \"x y\"\nc: 'it''s'", "a: \"x\\ty\"\nb: \"x y\"\nc: 'it''s'\n"],
  ['a: "\\uFFFFx"', 'a: "\\uFFFFx"\n'],
  ["? [a, b]\n: c\n? d\n: - e", "? [a, b]\n: c\nd:\n- e\n"],
  ['"a\\nb": c\n? |\n  x\n: y', '? "a\\nb"\n: c\n? |\n  x\n: y\n'],
  ["a: <<\n<<: {b: 1}", "a: !!merge <<\n!!merge <<: {b: 1}\n"],
  ["a: !!str <<\nb: !!map {c: d}", "a: !!str <<\nb: !!map {c: d}\n"],
  ["? |-\n  x\n: y", '"x": y\n'],
  ["!e%20%21%c3%a9%f0%9f%98%80 a", "!e%20%21%C3%A9%F0%9F%98%80 a\n"],
  ["a: !<!x%21y%7b> b\nc: !<tag:e,%20t> d", "a: !x%21y%7B b\nc: !<tag:e,%20t> d\n"],
  ["[!!!x a, !!x%20y b, !a;/?:@&=+$,.~*'()[]b-_ c]", "[!!%21x a, !!x%20y b, !a;/?:@&=+$,.~*'()[]b-_ c]\n"],
  ["- []\n- {}\n- ''\n-\n- ~", "- []\n- {}\n- ''\n-\n- ~\n"],
  [`a: ${"x ".repeat(60)}y`, `a: ${"x ".repeat(60)}y\n`],
  ["a: &q b\n*q : c", "a: &q b\n*q: c\n"],
  ["{a: b, ? [c, d] : e}", "{a: b, ? [c, d] : e}\n"],
  ["{a: [b, 'c, d', \"e: f\", g#h]}", "{a: [b, 'c, d', \"e: f\", g#h]}\n"],
];

Deno.test("printStyled() agrees with kyaml", () => {
  for (const [text, expected] of STYLED) assertEquals([text, printStyled(parsed(text))], [text, expected]);
});

Deno.test("printStyled() quotes generated text that would be read as something else", () => {
  assertEquals(printStyled(stringScalar("12")), '"12"\n');
  assertEquals(printStyled(new Scalar("a\nb", "plain")), "|-\n  a\n  b\n");
  assertEquals(printStyled(new Scalar("- x", "plain")), "'- x'\n");
  assertEquals(printStyled(new Scalar("x", "plain", "!!int")), "!!int x\n");
  assertEquals(printStyled(new Scalar("<<", "plain", "!!str")), "<<\n");
  assertEquals(printStyled(new Scalar("x \ny", "literal")), '"x \\ny"\n');
  const flow = new Sequence([new Scalar("a, b"), new Mapping(), new Scalar("a\nb", "literal")]);
  flow.flow = true;
  assertEquals(printStyled(flow), "['a, b', {}, \"a\\nb\"]\n");
});

Deno.test("printStyled() writes the tags of collections that were made, or were read with others", () => {
  const tagged = (node: Node, tag: string) => {
    node.tag = tag;
    return printStyled(node);
  };
  assertEquals([tagged(new Mapping(), "!!map"), tagged(new Sequence(), "!!seq")], ["!!map {}\n", "!!seq []\n"]);
  assertEquals([tagged(parsed("{}"), "!!map"), tagged(parsed("[]"), "!!seq")], ["{}\n", "[]\n"]);
  assertEquals([tagged(parsed("{}"), "!!seq"), tagged(parsed("[]"), "!!map")], ["!!seq {}\n", "!!map []\n"]);
});

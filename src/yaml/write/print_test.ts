import { assertEquals } from "@std/assert";
import type { Code } from "../../diagnostics/code.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { Mapping, type Node, Scalar, Sequence, stringScalar } from "../tree/node.ts";
import { print } from "./print.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed, recorded, written } from "../../testing/yaml.ts";

Deno.test("print() agrees with kustomize on every recorded scalar", () => {
  type Row = { in: string; out: string | null };
  for (const row of (recorded("scalars.jsonl") ?? []) as Row[]) {
    const text = `spec:\n  f: ${row.in}\n`;
    assertEquals([row.in, printOrNull(text)], [row.in, row.out]);
  }
});

function printOrNull(text: string): string | null {
  try {
    return print(parsed(text)).replace("spec:\n", "");
  } catch (error) {
    if (error instanceof KustError) return null;
    throw error;
  }
}

/** Each as kustomize v5.8.1 wrote it. */
const WRITTEN: [string, string][] = [
  ["{b: 1, a: [x, {d: {}, c: []}]}", "a:\n- x\n- c: []\n  d: {}\nb: 1\n"],
  ["a:\n- - 1\n  - - 2\n- - - 3\n", "a:\n- - 1\n  - - 2\n- - - 3\n"],
  // Texts.
  ['a: "yes"\nb: "12"\nc: "1:30"\nd: ""\ne: "~"', 'a: "yes"\nb: "12"\nc: "1:30"\nd: ""\ne: "~"\n'],
  ["a: \"it's\"\nb: 'x: y'\nc: '- x'\nd: ' x'\ne: 'x #y'", "a: it's\nb: 'x: y'\nc: '- x'\nd: ' x'\ne: 'x #y'\n"],
  ['a: "x\\ty"\nb: "\\u00e9 \\u4e16\\u00a0"\nc: "\\U0001F680"', 'a: "x\\ty"\nb: é 世\u00a0\nc: "\\U0001F680"\n'],
  ['a: "\'"\nb: "it\'s: x"\nc: \'"x"\'', "a: ''''\nb: 'it''s: x'\nc: '\"x\"'\n"],
  ['a: "\\u2028x"\nb: "x\\u2028 y"', "a: '\u2028  x'\nb: \"x\\L y\"\n"],
  ['a: "\\uFEFFx"\nb: "x\\uFEFF"', 'a: "\\uFEFF\\x78"\nb: "x\\uFEFF"\n'],
  ['a: "\\uFEFF\\uFFFD\\u00FF\\U0001F600"', 'a: "\\uFEFF\\uFFFD\\xFF\\U0001F600"\n'],
  ['a: "x \\u0085 \\u0085 y"', "a: |-\n  x\n  y\n"],
  ["a: ...\nb: '---'\nc: '%x'\nd: '@x'\ne: =", "a: '...'\nb: '---'\nc: '%x'\nd: '@x'\ne: =\n"],
  ["{!!binary YWJj: 1}", "abc: 1\n"],
  ["? |2-\n   b\n  b\n  b\n: v\n", "? |2-\n   b\n  b\n  b\n: v\n"],
  // Texts of several lines.
  [
    'a: "x\\ny\\n"\nb: "x\\ny"\nc: "x\\n\\n"\nd: "\\nx"',
    "a: |\n  x\n  y\nb: |-\n  x\n  y\nc: |+\n  x\n\nd: |2-\n\n  x\n",
  ],
  ['a: "x \\ny"\nb: "x\\n\\ty"\nc: "\\n"', 'a: "x \\ny"\nb: "x\\n\\ty"\nc: |2+\n\n'],
  ["a: >\n  x\n  y\n\n   z\n", "a: |\n  x y\n\n\n   z\n"],
  ["a: >+\n  x\n\nb: 1", "a: |+\n  x\n\n\nb: 1\n"],
  ["a: >2\n    x\n  y\n  z\n", "a: |2\n    x\n  y z\n"],
  ["a: >\n  x\n\n\n   z\n  y\n", "a: |\n  x\n\n\n\n   z\n  y\n"],
  // Numbers, nulls, dates.
  [
    "a: 0644\nb: 0.10\nc: 1e3\nd: -0.0\ne: 1234567.5\nf: 1e21",
    "a: 420\nb: 0.1\nc: 1000\nd: 0\ne: 1.2345675e+06\nf: 1e+21\n",
  ],
  ["a: 18446744073709551615\nb: 18446744073709551616", "a: 18446744073709551615\nb: 1.8446744073709552e+19\n"],
  ["a: 2001-01-01\nb:\nc: ~", 'a: "2001-01-01T00:00:00Z"\nb: null\nc: null\n'],
  ["a: {b: , c}\nd: [{e: }]", 'a:\n  b: ""\n  c: ""\nd:\n- e: ""\n'],
  ['a: !!str 12\nb: !!int "12"\nc: !x 12\nd: !!binary aGk=', 'a: "12"\nb: 12\nc: "12"\nd: hi\n'],
  // Keys.
  ['"on": 1\n"1": 2\n"": 3\n"a: b": 4\n"~": 5', '"": 3\n"~": 5\n"1": 2\n\'a: b\': 4\n"on": 1\n'],
  [`${"k".repeat(129)}: [x]`, `? ${"k".repeat(129)}\n: - x\n`],
  [`${"k".repeat(129)}: {b: 1, a: 2}`, `? ${"k".repeat(129)}\n: a: 2\n  b: 1\n`],
  ['"a\\nb": c', "? |-\n  a\n  b\n: c\n"],
  ["<<: {a: 1}\na: 2\nb: <<", "a: 2\nb: <<\n"],
];

Deno.test("print() agrees with kustomize", () => {
  for (const [text, expected] of WRITTEN) assertEquals([text, written(text)], [text, expected]);
});

Deno.test("print() breaks long lines at spaces, as go-yaml v2 does", () => {
  const [x, y, z] = ["x".repeat(60), "y".repeat(60), "z".repeat(90)];
  assertEquals(written(`a: ${x} ${y} ${z} w`), `a: ${x} ${y}\n  ${z}\n  w\n`);
  assertEquals(written(`a: '${x}: ${y} ${z}  w'`), `a: '${x}: ${y}\n  ${z}  w'\n`);
  assertEquals(written(`a: "${x}\\t ${y} ${z}  w"`), `a: "${x}\\t ${y}\n  ${z}\n  \\ w"\n`);
  assertEquals(written(`a: [${x} ${y} ${z}]`), `a:\n- ${x} ${y}\n  ${z}\n`);
  assertEquals(written(`${x} ${x} ${x}: 1`), `? ${x} ${x}\n  ${x}\n: 1\n`);
});

/** A text with `x76` and the like for 76 times x, and how kustomize v5.8.3 writes it. */
const BROKEN: [string, string][] = [
  ["- x76 y z", "- x76 y z\n"],
  ["- x77 y z", "- x77 y\nz\n"],
  ["- x77 y76 z w", "- x77 y76\nz w\n"],
  ["- x78  y z", "- x78  y\nz\n"],
  ["- 'x75 y: '", "- 'x75 y: '\n"],
  ['- "\\tx76 "', '- "\\tx76 "\n'],
  ['- "\\tx73 y  z"', '- "\\tx73 y  z"\n'],
  ['k90: " x\\ty"', 'k90: " x\\ty"\n'],
  ['k90: "x68 y76 z w\\t"', 'k90: "x68\n  y76 z\n  w\\t"\n'],
  ['- "- x73 y z\\u2028y z"', "- '- x73 y z\u2028y z'\n"],
  ['- "- x76 y\\u2028y z"', "- '- x76\ny\u2028y z'\n"],
];

Deno.test("print() breaks a line at the first space beyond column 80 that is between two words", () => {
  const long = (text: string) => text.replace(/([kxy])(\d\d)/g, (_, letter, count) => letter.repeat(Number(count)));
  for (const [text, expected] of BROKEN) assertEquals([text, written(long(text))], [text, long(expected)]);
});

Deno.test("print() sorts runs of digits as numbers and letters last, or not at all", () => {
  const root = parsed("{b: 1, a10: 1, a9: 1, Z: 1, _x: 1, é: 1, a.b: 1, a: 1, a100: 1}");
  const order = (sortKeys: boolean) => print(root, { sortKeys }).replaceAll(": 1\n", " ").trim();
  assertEquals(order(true), "_x Z a a.b a9 a10 a100 b é");
  assertEquals(order(false), "b a10 a9 Z _x é a.b a a100");
});

Deno.test("print() writes the top-level keys of a resource by their text", () => {
  assertEquals(print(parsed("1: a\ntrue: b\n? \n: c")), '"": c\n"1": a\n"true": b\n');
  assertEquals(print(parsed("~: a\nb: c\nnull: d")), "b: c\n");
});

Deno.test("print() writes integers and timestamps as text keys, and sorts them as such", () => {
  assertEquals(print(parsed("a: {0x10: x, 9: y, 2020-01-01: z, b: w}")).split("\n").slice(1), [
    '  "9": "y"',
    '  "16": x',
    '  "2020-01-01T00:00:00Z": z',
    "  b: w",
    "",
  ]);
});

Deno.test("print() writes generated nodes by their tags, and roots of all kinds", () => {
  assertEquals(print(new Sequence([stringScalar("1"), new Scalar("1"), new Scalar("")])), '- "1"\n- 1\n- null\n');
  assertEquals([print(new Mapping()), print(new Sequence()), print(stringScalar("x"))], ["{}\n", "[]\n", "x\n"]);
});

Deno.test("print() writes all entries and items around long texts", () => {
  const names = ["a", "b", "c", "d"];
  const text = (name: string) => name === "d" ? "x" : name.repeat(70_000);
  const mapping = new Mapping(names.map((name) => ({ key: new Scalar(name), value: stringScalar(text(name)) })));
  assertEquals(print(mapping), names.map((name) => `${name}: ${text(name)}\n`).join(""));
  const list = new Sequence(names.map((name) => stringScalar(text(name))));
  assertEquals(print(list), names.map((name) => `- ${text(name)}\n`).join(""));
});

Deno.test("print() rejects what kustomize cannot write, with the place", () => {
  const failures: [Code, string, number][] = [
    ["invalid-key", "a: {1.5: b}", 4],
    ["invalid-key", "a: {null: b}", 4],
    ["unsupported-yaml", "a: {2001-01-01T00:00:00+24:00: b}", 4],
    ["invalid-key", "a: {true: b}", 4],
    ["invalid-key", "a: {[b]: c}", 4],
    ["invalid-tag", "a: !!int x", 9],
    ["unsupported-yaml", "a: .inf", 3],
    ["unsupported-yaml", "a: .nan", 3],
    ["unsupported-yaml", "a: 2001-01-01T00:00:00+24:00", 3],
    ["unsupported-yaml", 'a: "x\\x7f"', 3],
    ["unsupported-yaml", "a: |2\n  \tx\n", 3],
    ["unsupported-yaml", 'a: {"x\\Ny": 1}', 4],
    ["unsupported-yaml", "a:\n  ? |2\n    \tx\n    y\n  : 1", 7],
    ["unsupported-yaml", `a: {? "${"k".repeat(1021)}\\n" : 1}`, 6],
  ];
  for (const [code, text, offset] of failures) {
    const { place } = diagnosticOf(code, () => print(parsed(text)));
    assertEquals([text, place?.offset], [text, offset]);
  }
  const twice = new Mapping([parsed("b"), parsed("a"), parsed("b")].map((key) => ({ key, value: new Scalar("") })));
  diagnosticOf("duplicate-key", () => print(twice));
});

Deno.test("print() is limited by go-yaml's depth, not by the engine's stack", () => {
  assertEquals(print(nested(10_000)).endsWith("- - x\n"), true);
  diagnosticOf("too-deep", () => print(nested(10_001)));
});

function nested(depth: number): Node {
  let node: Node = new Scalar("x");
  for (let i = 0; i < depth; i++) node = new Sequence([node]);
  return node;
}

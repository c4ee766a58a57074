import { assertEquals } from "@std/assert";
import type { Code } from "../../diagnostics/code.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { type Entry, Mapping, type Node, Scalar, Sequence, stringScalar } from "../tree/node.ts";
import { print, printParts } from "./print.ts";
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
  const keys = ["9_2: x, 90: y", "!!binary Yg==: x, a: y", "1: x, 0x1: y, 01: z"];
  assertEquals(keys.map((text) => print(parsed(`a: {${text}}`)).replace("a:\n", "")), [
    '  "90": "y"\n  "92": x\n',
    '  a: "y"\n  b: x\n',
    '  "1": z\n',
  ]);
});

Deno.test("print() writes values over texts in quotes as what they are, unless a text carries them", () => {
  const scalar = new Scalar("5", "double");
  scalar.isTyped = true;
  assertEquals([print(scalar), print(scalar, { passage: "decoded" })], ['"5"\n', "5\n"]);
  const [text, gained] = ["a: |\n  x y\n\n   z\n", "a: |\n  x y\n\n\n   z\n"];
  const folded = parsed("a: >\n  x\n  y\n\n   z\n");
  assertEquals([print(folded), print(folded, { passage: "decoded" })], [gained, text]);
  assertEquals(written("a: !!binary >\n  eCB5Cgogego=\n"), text);
});

Deno.test("print() writes the entries of a merge key that was created", () => {
  const merge = { key: new Scalar("<<"), value: parsed("{b: 1, a: 2}") };
  assertEquals(print(new Mapping([merge, { key: new Scalar("a"), value: new Scalar("3") }])), "a: 3\nb: 1\n");
});

Deno.test("printParts() yields parts that are not much longer than 64 KiB, of long and of short pieces", () => {
  const lines = new Sequence(Array.from({ length: 40 }, () => stringScalar("x ".repeat(10_000) + "x")));
  const keys = new Mapping(
    Array.from({ length: 40 }, (_, i) => ({ key: new Scalar(`k${i}`), value: lines.items[i]! })),
  );
  const short = new Sequence(Array.from({ length: 20_000 }, () => parsed("a: {b: []}")));
  const root = new Mapping([lines, keys, short].map((value, i) => ({ key: new Scalar(`r${i}`), value })));
  for (const node of [lines, keys, short, root]) {
    const parts = [...printParts(node)];
    assertEquals([parts.length > 1, parts.every((part) => part.length < 200_000)], [true, true]);
    assertEquals(parts.join(""), print(node));
  }
});

Deno.test("print() refuses a collection that became empty behind a comment after its key", () => {
  const emptied = (text: string, change: (entry: Entry, root: Mapping) => void = () => {}) => {
    const root = parsed(text) as Mapping;
    const entry = root.entries[0]!;
    entry.value = new Sequence();
    change(entry, root);
    return root;
  };
  for (const key of ["a", "'a''b'", '"a\\"b"', "a  "]) {
    const { place } = diagnosticOf("unsupported-yaml", () => print(emptied(`${key}: # c\n- x`)));
    assertEquals([key, place?.offset], [key, 0]);
  }
  const root = emptied("a: # c\n- x");
  assertEquals(print(root, { passage: "decoded" }), "a: []\n");
  const allowed = [
    emptied("a: #c\n - x", (entry) => entry.value = parsed("[]")),
    emptied("a: #c\n - x", (entry) => entry.key = new Scalar("a")),
    emptied("a: #c\n - x", (entry) => entry.key = (parsed("a: #d\n - y") as Mapping).entries[0]!.key),
    emptied("a:\n# c\n- x"),
    emptied("a: [ #c\n x]"),
    new Mapping([{ key: new Scalar("a"), value: new Sequence() }]),
  ];
  for (const node of allowed) assertEquals(print(node), "a: []\n");
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
    ["unsupported-yaml", "a: |2-\n  \tx\n", 3],
    ["unsupported-yaml", "a: >2-\n  \tx\n", 3],
    ["unsupported-yaml", 'a: {"x\\Ny": 1}', 4],
    ["unsupported-yaml", "a:\n  ? |2\n    \tx\n    y\n  : 1", 7],
    ["unsupported-yaml", `a: {? "${"k".repeat(1021)}\\n" : 1}`, 6],
    ["unsupported-yaml", `a: {? ${"k".repeat(1023)} : 1}`, 6],
  ];
  for (const [code, text, offset] of failures) {
    const { place } = diagnosticOf(code, () => print(parsed(text)));
    assertEquals([text, place?.offset], [text, offset]);
  }
  for (const keys of ["bab", "bb", "abb"]) {
    const twice = new Mapping([...keys].map((key) => ({ key: parsed(key), value: new Scalar("") })));
    diagnosticOf("duplicate-key", () => print(twice));
  }
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

import { assertEquals } from "@std/assert";
import { encodeJson } from "./json.ts";
import { clone } from "../tree/copy.ts";
import { Mapping, type Node, Scalar, Sequence, stringScalar } from "../tree/node.ts";
import { fromPlain, type Plain, toPlain } from "./plain.ts";
import { print } from "../write/print.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed } from "../../testing/yaml.ts";
import { valueNode } from "./value_node.ts";

Deno.test("toPlain() returns plain values, with mappings as Maps", () => {
  const plain = toPlain(parsed("a: [1, x, true, ~, 0x10, 9007199254740993]\n__proto__: {}"));
  const expected = new Map<string, Plain>([["a", [1, "x", true, null, 16, 9007199254740993n]], [
    "__proto__",
    new Map(),
  ]]);
  assertEquals(plain, expected);
  assertEquals(toPlain(parsed("[&a x, *a]")), ["x", "x"]);
});

Deno.test("toPlain() rejects keys that are not text", () => {
  for (const text of ["1: a", "~: a", "[a]: b", "&a [b]: c", "2001-01-01: d", "!!binary aGk=: e"]) {
    diagnosticOf("invalid-key", () => toPlain(parsed(text)));
  }
});

Deno.test("fromPlain() makes nodes that print as the value", () => {
  const node = fromPlain({
    s: "12",
    n: 12,
    f: 1.5,
    b: false,
    z: null,
    u: undefined,
    l: [1n, []],
    m: new Map([["k", "v"]]),
  });
  assertEquals(print(node), 'b: false\nf: 1.5\nl:\n- 1\n- []\nm:\n  k: v\n"n": 12\ns: "12"\nz: null\n');
  assertEquals(toPlain(fromPlain(undefined)), null);
});

Deno.test("encodeJson() agrees with Go", () => {
  const value = new Map<string, Plain>([["b", ["<&>\u2028\u{1F680}é\x07\x7f", 1e21, -0, 1e-7, 2n ** 63n]], [
    "a",
    new Map(),
  ], ["\uff5e", 1]]);
  value.set("\u{1F680}", null);
  const text = '"b":["\\u003c\\u0026\\u003e\\u2028🚀é\\u0007\x7f",1e+21,-0,1e-7,9223372036854775808]';
  assertEquals(encodeJson(value), `{"a":{},${text},"\uff5e":1,"🚀":null}`);
  assertEquals([encodeJson("x"), encodeJson(null, "  "), encodeJson([])], ['"x"', "null", "[]"]);
  assertEquals(encodeJson(["x", new Map([["a", [1]]])], "  "), '[\n  "x",\n  {\n    "a": [\n      1\n    ]\n  }\n]');
});

Deno.test("valueNode() keeps what JSON can express", () => {
  assertEquals((valueNode(parsed("- a\n")) as Sequence).flow, true);
  const node = valueNode(parsed("b: 0644\na: >\n  x\nc: {d: }\ne: 2001-01-01\nf: !!binary aGk=")) as Mapping;
  assertEquals(node.entries.map(({ key }) => (key as Scalar).value), ["a", "b", "c", "e", "f"]);
  assertEquals([node.flow, (node.get("a") as Scalar).style, (node.get("b") as Scalar).value], [true, "double", "420"]);
  assertEquals((node.get("b") as Scalar).start, 3);
  assertEquals(print(node), 'a: |\n  x\nb: 420\nc:\n  d: null\ne: "2001-01-01T00:00:00Z"\nf: hi\n');
  diagnosticOf("unsupported-yaml", () => valueNode(parsed("a: .inf")));
  assertEquals(print(valueNode(parsed("{0x10: a, 2: b}"))), '"2": b\n"16": a\n');
  for (const text of ["{1e3: a}", "{true: a}", "{[a]: b}"]) diagnosticOf("invalid-key", () => valueNode(parsed(text)));
});

Deno.test("walks over trees are limited by memory, not by the engine's stack", () => {
  let node: Node = stringScalar("x");
  for (let i = 0; i < 50_000; i++) {
    node = i % 2 === 0 ? new Sequence([node]) : new Mapping([{ key: new Scalar("k"), value: node }]);
  }
  assertEquals(encodeJson(toPlain(valueNode(clone(node)))).length, '"x"'.length + 25_000 * '[{"k":}]'.length);
});

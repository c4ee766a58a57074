import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { Mapping, Scalar } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { jsonToNode, resourceToJson } from "./nodes.ts";

/** The mapping after a conversion to JSON and back. */
function roundTrip(text: string): Mapping {
  const node = parseDocument(new Source("r.yaml", text));
  if (!(node instanceof Mapping)) throw new Error("no mapping");
  const back = jsonToNode(resourceToJson(node));
  if (!(back instanceof Mapping)) throw new Error("no mapping");
  return back;
}

/** Text and style of the field `a`. */
function fieldAfter(text: string): [string, string] {
  const value = roundTrip(text).get("a");
  if (!(value instanceof Scalar)) throw new Error("no scalar");
  return [value.value, value.style];
}

Deno.test("a round trip through JSON rewrites numbers as Go's floats", () => {
  assertEquals(fieldAfter("a: 5"), ["5", "plain"]);
  assertEquals(fieldAfter("a: 1000000"), ["1e+06", "plain"]);
  assertEquals(fieldAfter("a: 0.0000001"), ["1e-07", "plain"]);
  assertEquals(fieldAfter("a: 0o17"), ["15", "plain"]);
  assertEquals([fieldAfter("a: true"), fieldAfter("a: false")], [["true", "plain"], ["false", "plain"]]);
  assertEquals(print(roundTrip("0x1: {0x10: a}")), '"0x1":\n  "16": a\n');
  assertEquals(print(roundTrip("a: 12345678901234567890")), "a: 12345678901234567000\n");
});

Deno.test("a round trip through JSON chooses new styles", () => {
  assertEquals(fieldAfter("a: 'x'"), ["x", "plain"]);
  assertEquals(fieldAfter("a: '80'"), ["80", "double"]);
  assertEquals(fieldAfter("a: yes"), ["yes", "double"]);
  assertEquals(fieldAfter('a: "b: c"'), ["b: c", "single"]);
  assertEquals(fieldAfter('a: "b\\nc"'), ["b\nc", "literal"]);
});

Deno.test("a round trip through JSON turns some texts into other values", () => {
  assertEquals(fieldAfter("a:"), ["null", "plain"]);
  assertEquals(print(roundTrip("{a: }")), 'a: ""\n');
  assertEquals(print(roundTrip("a: 2020-01-01")), 'a: "2020-01-01T00:00:00Z"\n');
  assertEquals(print(roundTrip("a: >-\n  b\n   c\n")), print(roundTrip("a: |-\n  b\n\n   c\n")));
});

Deno.test("a round trip through JSON makes empty values inside brackets texts, and writes empty collections in brackets", () => {
  assertEquals(print(roundTrip("a: [[{b: }]]\nc:\n- d:\n")), 'a:\n- - b: ""\nc:\n- d: null\n');
  assertEquals(print(roundTrip("a: [&x , b]")), 'a:\n- ""\n- b\n');
  assertEquals(fieldAfter("{a: ~}"), ["null", "plain"]);
  assertEquals(fieldAfter("{a: ''}"), ["", "double"]);
  const flows = ["a: {}", "a: []", "a: {b: c}", "a: [b]"].map((text) => {
    const value = roundTrip(text).get("a");
    return value?.kind !== "scalar" && value?.kind !== "alias" && value?.flow;
  });
  assertEquals(flows, [true, true, false, false]);
});

Deno.test("a round trip through JSON takes any key at the root but null", () => {
  assertEquals(print(roundTrip("1.5: a\ntrue: b")), '"1.5": a\n"true": b\n');
  diagnosticOf("invalid-key", () => roundTrip("~: a"));
});

Deno.test("a round trip through JSON keeps places", () => {
  assertEquals(roundTrip("a: 1\nb: {c: 2}\n").get("b")?.start, 8);
});

Deno.test("resourceToJson() fails on values that JSON cannot represent", () => {
  for (const [text, code] of [["a: {1.5: b}", "invalid-key"], ["a: .nan", "unsupported-yaml"]] as const) {
    const { diagnostic } = assertThrows(() => roundTrip(text), KustError);
    assertEquals(diagnostic.code, code);
  }
});

Deno.test("depth takes no stack, up to the limit of Go's JSON", () => {
  for (const [open, close] of [["{a: ", "}"], ["[", "]"]] as const) {
    const nested = (depth: number) => `{x: ${open.repeat(depth)}1${close.repeat(depth)}}`;
    assertEquals(print(roundTrip(nested(9_999))), print(parseDocument(new Source("x", nested(9_999)))!));
    const node = new Mapping([{ key: new Scalar("x"), value: parseDocument(new Source("x", nested(9_999)))! }]);
    assertEquals(
      diagnosticOf("too-deep", () => resourceToJson(node)).message,
      "values nested more than 10000 levels deep cannot be patched",
    );
  }
});

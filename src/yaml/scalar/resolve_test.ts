import { assertEquals } from "@std/assert";
import { Mapping, Scalar, Sequence } from "../tree/node.ts";
import { analyze } from "./analyze.ts";
import { Source } from "../../diagnostics/source.ts";
import {
  isMade,
  isNull,
  isPlainWord,
  isSurelyText,
  isTaggedNull,
  needsQuotes,
  noteWriter,
  resolvePlain,
  resolveScalar,
  type ScalarValue,
  tagOf,
} from "./resolve.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed } from "../../testing/yaml.ts";

Deno.test("resolvePlain() knows go-yaml's notations", () => {
  const values: [string, string, ScalarValue][] = [
    ["", "!!null", null],
    ["~", "!!null", null],
    ["NULL", "!!null", null],
    ...["true", "True", "TRUE"].map((word): [string, string, ScalarValue] => [word, "!!bool", true]),
    ...["false", "False", "FALSE"].map((word): [string, string, ScalarValue] => [word, "!!bool", false]),
    ["0", "!!int", 0],
    ["-0", "!!int", 0],
    ["+12", "!!int", 12],
    ["007", "!!int", 7],
    ["0o17", "!!int", 15],
    ["0O17", "!!int", 15],
    ["0o-7", "!!int", -7],
    ["0b+11", "!!int", 3],
    ["-0b11", "!!int", -3],
    ["0x_1F", "!!int", 31],
    ["1_000", "!!int", 1000],
    ["9007199254740993", "!!int", 9007199254740993n],
    ["18446744073709551615", "!!int", 18446744073709551615n],
    ["18446744073709551616", "!!float", 18446744073709552000],
    ["-9223372036854775809", "!!float", -9223372036854776000],
    ["+18446744073709551615", "!!float", 18446744073709552000],
    ["08", "!!float", 8],
    ["1.", "!!float", 1],
    [".5", "!!float", 0.5],
    [".5_0", "!!float", 0.5],
    ["1_0.5e-1", "!!float", 1.05],
    ["1e-1000", "!!float", 0],
    ["+.inf", "!!float", Infinity],
    ["-.INF", "!!float", -Infinity],
    [".NaN", "!!float", NaN],
    ["2001-1-2", "!!timestamp", "2001-01-02T00:00:00Z"],
    ["2001-01-02T3:4:5.600-07:30", "!!timestamp", "2001-01-02T03:04:05.6-07:30"],
    ["2001-01-02t03:04:05+00:00", "!!timestamp", "2001-01-02T03:04:05Z"],
    ["2001-01-02t03:04:05+05:60", "!!timestamp", "2001-01-02T03:04:05+06:00"],
    ["2001-01-02   03:04:05,5", "!!timestamp", "2001-01-02T03:04:05.5Z"],
    ["2000-02-29", "!!timestamp", "2000-02-29T00:00:00Z"],
    ["2001-12-31 23:59:59", "!!timestamp", "2001-12-31T23:59:59Z"],
    ["0b-1" + "0".repeat(63), "!!int", -(2n ** 63n)],
    ["0b+" + "1".repeat(63), "!!int", 2n ** 63n - 1n],
  ];
  for (const [text, tag, value] of values) assertEquals([text, resolvePlain(text)], [text, { tag, value }]);
});

Deno.test("resolvePlain() treats everything else as text", () => {
  const texts = [
    "nUll",
    "yes",
    "y",
    "on",
    "_1",
    "1e",
    "0x",
    "0b2",
    "0o8",
    "+",
    "-",
    ".",
    "..",
    "1e400",
    "0xFFFFFFFFFFFFFFFFF",
  ];
  const dates = ["2001-02-29", "1900-02-29", "2001-13-01", "2001-01-00", "2001-01-01T00:00:00", "2001-01-01T24:00:00Z"];
  const more = [
    "1:30",
    "1.2.3",
    "0.5.",
    "<<",
    "=",
    "é",
    "2001-01-01 1:2:3Z",
    "2001-01-01T00:60:00Z",
    "2001-01-01T1:2:3+25:00",
    "2001-01-01T1:2:3+01:61",
    "0b-1" + "0".repeat(62) + "1",
    "0b+1" + "0".repeat(63),
  ];
  for (const text of [...texts, ...dates, ...more]) assertEquals([text, resolvePlain(text)], [text, undefined]);
});

Deno.test("resolvePlain() reads YAML 1.1's booleans in the dialect of go-yaml v2 alone", () => {
  const words = { true: "y Y yes Yes YES on On ON", false: "n N no No NO off Off OFF" };
  for (const value of [true, false]) {
    for (const word of words[`${value}`].split(" ")) assertEquals(resolvePlain(word, "v2"), { tag: "!!bool", value });
  }
  assertEquals(resolvePlain("oN", "v2"), undefined);
});

Deno.test("resolveScalar() decides by the tag, then the style, then the text", () => {
  const values: [Scalar, ScalarValue][] = [
    [new Scalar("12", "single"), "12"],
    [new Scalar("12", "plain", "!!str"), "12"],
    [new Scalar("12", "plain", "!custom"), "12"],
    [new Scalar("12", "double", "!!int"), 12],
    [new Scalar("12", "plain", "!!float"), 12],
    [new Scalar("9007199254740993", "plain", "!!float"), 9007199254740992],
    [new Scalar("", "plain", "!!null"), null],
    [new Scalar("<<"), "<<"],
    [new Scalar("aGk\n=", "plain", "!!binary"), "hi"],
    [new Scalar("//8=", "plain", "!!binary"), "\ufffd\ufffd"],
  ];
  for (const [scalar, value] of values) assertEquals(resolveScalar(scalar).value, value);
  assertEquals(resolveScalar(new Scalar("12", "plain", "!!float")).tag, "!!float");
});

Deno.test("a text that does not fit its tag is reported with the place where it was written", () => {
  const place = { source: new Source("a.yaml", "x"), offset: 0 };
  const notes = (text: string, tag: string, writer: typeof place | undefined) => {
    const scalar = new Scalar(text, "plain", tag);
    noteWriter(scalar, writer);
    Object.assign(scalar, { value: "x", tag: "!!int" });
    return diagnosticOf("invalid-tag", () => resolveScalar(scalar)).notes?.length;
  };
  assertEquals([notes("x", "!!int", place), notes("yes", "!!bool", place), notes("x", "!!int", undefined)], [1, 1, 0]);
  assertEquals([notes("x", "", place), notes("5", "!!str", place), notes("5", "!!int", place)], [0, 0, 0]);
});

Deno.test("resolveScalar() rejects a text that does not fit its tag", () => {
  for (const tag of ["!!int", "!!float", "!!bool", "!!null", "!!timestamp"]) {
    diagnosticOf("invalid-tag", () => resolveScalar(new Scalar("yes", "plain", tag)));
  }
  diagnosticOf("invalid-tag", () => resolveScalar(new Scalar("9223372036854775808", "plain", "!!float")));
  diagnosticOf("invalid-tag", () => resolveScalar(new Scalar("a", "plain", "!!binary")));
  assertEquals(diagnosticOf("invalid-tag", () => resolveScalar(parsed("!!int x") as Scalar)).place?.offset, 6);
});

Deno.test("tagOf() returns the tag of any node, and isNull() recognizes nulls", () => {
  assertEquals(tagOf(new Mapping()), "!!map");
  assertEquals(tagOf(new Sequence()), "!!seq");
  assertEquals(tagOf(parsed("!!set {a}")), "!!set");
  assertEquals(tagOf((parsed("[&a 1, *a]") as Sequence).items[1]!), "!!int");
  assertEquals(tagOf(new Scalar("<<")), "!!merge");
  assertEquals(tagOf(new Scalar("<<", "double")), "!!str");
  assertEquals([isNull(undefined), isNull(new Scalar("")), isNull(new Scalar("null"))], [true, true, true]);
  assertEquals([isNull(new Scalar("", "single")), isNull(new Mapping())], [false, false]);
});

Deno.test("isTaggedNull() takes no null that was made without a tag", () => {
  const typed = new Scalar("null", "double");
  typed.isTyped = true;
  const nulls = [undefined, parsed("~"), parsed("!!null ''"), new Scalar("x", "plain", "!!null")];
  assertEquals(nulls.map(isTaggedNull), [true, true, true, true]);
  const others = [new Scalar("null"), new Scalar(""), parsed("x"), parsed("'~'"), new Mapping(), parsed("[]"), typed];
  assertEquals(others.map(isTaggedNull), others.map(() => false));
  assertEquals([new Scalar("x"), typed, parsed("x") as Scalar, new Scalar("x", "plain", "!!str")].map(isMade), [
    true,
    ...[false, false, false],
  ]);
});

Deno.test("isSurelyText() tells by the first character", () => {
  assertEquals(["a", "-x", "7", "_1", "é", "~", "", "no"].map(isSurelyText), [
    ...[true, false, false, true],
    ...[true, false, false, false],
  ]);
});

Deno.test("needsQuotes() is true for texts that go-yaml v2 would read as something else", () => {
  for (const text of ["1", "yes", "~", "1:30", "-1_0:59.5", "2001-01-01", ".inf"]) {
    assertEquals(needsQuotes(text), true, text);
  }
  for (const text of ["a", "v1", "1:60:1:2:3:4:99", "0o-7", "<<", "é"]) assertEquals(needsQuotes(text), false, text);
});

Deno.test("isPlainWord() is true only for strings that are written unchanged", () => {
  assertEquals(["web", "name", "apps/v1", "a:1", "nginx:1.2@sha256:0f"].map(isPlainWord), Array(5).fill(true));
  const pieces = [...":/.@-_,#&*!|>'\"%{}[] \n\t\0\xe9", "a", "N", "7", "no", "Yes", "on", "y", "null", "0x1", ".inf"];
  for (const text of pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => a + b + c)))) {
    if (!isPlainWord(text)) continue;
    assertEquals([analyze(text), needsQuotes(text), resolvePlain(text), text.includes(" ")], [
      0,
      false,
      undefined,
      false,
    ]);
  }
});

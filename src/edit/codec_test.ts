import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { NEWEST } from "../compat/compat.ts";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";
import { anyMap, field, flag, integer, list, pointer, struct, text, textMap } from "../kustomization/field.ts";
import type { Codec } from "./codec.ts";
import { structCodec } from "./struct_codec.ts";

const inner = struct({ a: text, b: text });
const outer = structCodec(
  struct({
    name: text,
    isOn: flag,
    count: integer,
    must: field(list(text), { always: true }),
    items: list(text),
    pairs: textMap,
    behind: pointer(inner),
    lists: list(inner),
    behindLists: list(pointer(inner)),
    any: anyMap,
    value: pointer(text),
  }),
  NEWEST,
);

function decode<T>(codec: Codec<T>, yaml: string): T {
  return codec.decode(parseDocument(new Source("k.yaml", yaml), { uniqueKeys: false })!, "", undefined);
}

/** The file after kustomize has read and written it. */
function rewritten(yaml: string): string {
  return print(outer.encode(decode(outer, yaml)));
}

Deno.test("structCodec() omits empty values, except pointers and fields that are always written", () => {
  assertEquals(
    rewritten("{name: '', isOn: false, count: 0, items: [], pairs: {}, any: {}, lists: []}"),
    "must: null\n",
  );
  assertEquals(rewritten("{behind: {}, must: [], value: ''}"), 'behind: {}\nmust: []\nvalue: ""\n');
  assertEquals(
    rewritten("{behind: null, value: ~, behindLists: [null, {}], lists: [null]}"),
    [
      "behindLists:",
      "- null",
      "- {}",
      "lists:",
      "- {}",
      "must: null",
      "",
    ].join("\n"),
  );
});

Deno.test("structCodec() keeps the value of a name in another case at a null", () => {
  assertEquals(
    rewritten("{NAME: a, name: ~, ISON: true, isOn: null, COUNT: 2, count: ~, PAIRS: {a: b}, pairs: {c: d}}"),
    "count: 2\nisOn: true\nmust: null\nname: a\npairs:\n  a: b\n  c: d\n",
  );
  assertEquals(rewritten("{name: ~, isOn: ~, count: ~}"), "must: null\n");
});

Deno.test("structCodec() reads names in any case, and prefers the last exact match", () => {
  assertEquals(decode(outer, "NAME: x").name, "x");
  assertEquals(decode(outer, "name: small\nName: capital").name, "small");
  assertEquals(decode(outer, "name: first\nname: last").name, "last");
});

Deno.test("structCodec() merges fields that differ only in case, as Go decodes into existing values", () => {
  const { pairs, lists, behind } = decode(
    outer,
    [
      "Pairs: {a: 1x, b: 2x}",
      "pairs: {b: 3x}",
      "Lists: [{a: x, b: w}, {a: z}]",
      "lists: [{a: new}]",
      "Behind: {a: x}",
      "behind: {b: w}",
    ].join("\n"),
  );
  assertEquals([...pairs!], [["a", "1x"], ["b", "3x"]]);
  assertEquals(lists, [{ a: "new", b: "w" }]);
  assertEquals(behind, { a: "x", b: "w" });
});

Deno.test("textMap reads keys as in YAML 1.1, null as an empty text, and merge keys over earlier keys", () => {
  const keys = (yaml: string) => [...decode(outer, yaml).pairs ?? []].map(([key, value]) => `${key}=${value}`);
  assertEquals(keys("pairs: {on: a, 0x10: b, 1.50: c, d: ~}"), ["true=a", "16=b", "1.5=c", "d="]);
  assertEquals(keys("pairs: {a: own, <<: {a: merged, b: x}}"), ["a=merged", "b=x"]);
});

Deno.test("anyMap has the numbers of JSON", () => {
  const yaml = "any: {a: 12345678901234567890, b: 1.0, c: 0x1F, d: on, e: '1', f: [1e3, ~]}";
  const expected = ["any:", "  a: 12345678901234567000", "  b: 1", "  c: 31", "  d: true", '  e: "1"', "  f:"];
  assertEquals(rewritten(yaml), [...expected, "  - 1000", "  - null", "must: null", ""].join("\n"));
});

Deno.test("integer accepts whole floats, and 64 bits", () => {
  assertEquals(decode(outer, "count: 3.0").count, 3n);
  assertEquals(decode(outer, "count: -9223372036854775808").count, -(2n ** 63n));
  for (const count of ["1.5", "9223372036854775808", "1e21", "'1'", "[1]"]) {
    assertThrows(() => decode(outer, `count: ${count}`), KustError, "'count' must be an integer");
  }
});

Deno.test("codecs reject other types, with the path of the field and its place", () => {
  const cases: [yaml: string, message: string, offset: number][] = [
    ["name: 1", "'name' must be a string, found the number 1", 6],
    ["name: [a]", "'name' must be a string, found a list", 6],
    ["isOn: 'true'", "'isOn' must be true or false, found the string 'true'", 6],
    ["items: a", "'items' must be a list, found the string 'a'", 7],
    ["pairs: [a]", "'pairs' must be a mapping, found a list", 7],
    ["pairs: {a: yes}", "'pairs.a' must be a string, found the boolean yes", 11],
    ["lists: [{a: 1}]", "'lists.a' must be a string, found the number 1", 12],
    ["any: {a: .inf}", "'any.a' must be a number that JSON has, found the number .inf", 9],
    ["- a", "the kustomization must be a mapping, found a list", 0],
    ["nmae: x", "unknown field 'nmae' in the kustomization", 0],
    ["behind: {c: x}", "unknown field 'c' in behind", 9],
  ];
  for (const [yaml, message, offset] of cases) {
    const { diagnostic } = assertThrows(() => decode(outer, yaml), KustError, message);
    assertEquals(diagnostic.place?.offset, offset, yaml);
  }
  assertEquals(assertThrows(() => decode(outer, "nmae: x"), KustError).diagnostic.hint, "did you mean 'name'?");
});

Deno.test("structCodec() always writes a struct that is a value in Go", () => {
  const codec = structCodec(struct({ inner, items: list(text) }), NEWEST);
  assertEquals(print(codec.encode(decode(codec, "{}"))), "inner: {}\n");
});

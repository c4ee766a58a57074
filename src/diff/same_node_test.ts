import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { isSameNode } from "./same_node.ts";

function same(a: string, b: string): boolean {
  return isSameNode(parseDocument(new Source("a.yaml", a))!, parseDocument(new Source("b.yaml", b))!);
}

/** A definition whose schema is read on demand. */
function schema(type: string, indent = "  "): string {
  return `schema:\n${indent}openAPIV3Schema:\n${indent}  properties:\n${indent}    a:\n${indent}      type: ${type}\nx: 1\n`;
}

Deno.test("isSameNode() ignores how a value is written, and the order of keys", () => {
  const pairs = [
    ["a", "'a'"],
    ["16", "0x10"],
    ["true", "!!bool 'true'"],
    ["[a, b]", "- a\n- b\n"],
    ["{a: 1, b: 2}", "{b: 2, a: 1}"],
    ["[&x {a: 1}, *x]", "[{a: 1}, {a: 1}]"],
    [schema("string"), schema("string")],
    [schema("string"), schema("string", "    ")],
  ] as const;
  for (const [a, b] of pairs) assertEquals([same(a, b), same(b, a)], [true, true], `${a} and ${b}`);
});

Deno.test("isSameNode() tells other values, types and kinds of nodes apart", () => {
  const pairs = [
    ["a", "b"],
    ["1", "'1'"],
    ["1", "!!str 1"],
    ["1", "2"],
    ["a", "[a]"],
    ["[a]", "{a: 1}"],
    ["a", "{a: 1}"],
    ["[a, b]", "[a]"],
    ["[a, b]", "[a, c]"],
    ["{a: 1, b: 2}", "{a: 1}"],
    ["{a: 1, b: 2}", "{a: 1, c: 2}"],
    ["{a: 1, b: 2}", "{b: 1, a: 2}"],
    [schema("string"), schema("integer")],
  ] as const;
  for (const [a, b] of pairs) assertEquals([same(a, b), same(b, a)], [false, false], `${a} and ${b}`);
});

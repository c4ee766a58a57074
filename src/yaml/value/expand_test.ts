import { assertEquals, assertNotStrictEquals } from "@std/assert";
import { expandAliases } from "./expand.ts";
import { Alias, Mapping, Scalar } from "../tree/node.ts";
import { toPlain } from "./plain.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed, toObjects, valueOf } from "../../testing/yaml.ts";

Deno.test("expandAliases() replaces aliases with copies, in keys too", () => {
  const root = expandAliases(parsed("a: &x {b: [1]}\nc: *x\nd: &k key\n*k : *x")) as Mapping;
  assertEquals(root.get("c")!.kind, "mapping");
  assertNotStrictEquals(root.get("c"), root.get("a"));
  assertEquals(["a", "d", "key"].map((key) => root.get(key)!.anchor), ["", "", ""]);
  assertEquals(valueOf("a: &x 1\nb: &y [*x]\nc: [*y, *y]"), { a: 1, b: [1], c: [[1], [1]] });
});

Deno.test("expandAliases() merges the mappings of `<<`, whose entries the mapping's own override", () => {
  assertEquals(valueOf("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3, e: 4}"), { a: { b: 1, c: 2 }, d: { c: 3, e: 4, b: 1 } });
  assertEquals(valueOf("a: {<<: [{b: 1}, {b: 2, c: 3}]}"), { a: { b: 1, c: 3 } });
  assertEquals(valueOf("a: {<<: {b: 1, <<: {b: 2, c: 3}}, d: 4}"), { a: { b: 1, c: 3, d: 4 } });
  assertEquals(valueOf("a: &x {<<: *x, b: 1}"), { a: { b: 1 } });
});

Deno.test("expandAliases() keeps entries in place, and appends merged ones", () => {
  const order = (text: string) =>
    (expandAliases(parsed(text)) as Mapping).entries.map(({ key }) => key.kind === "scalar" ? key.value : "").join("");
  assertEquals(order("b: 1\n<<: {c: 1, b: 2, a: 1}\nd: 1"), "bdca");
});

Deno.test("of mappings that are merged twice, the first decides the places of keys, and the last their values", () => {
  const sources = "a: &a {x: 1, k: 1}\nb: &b {x: 2, y: 2}\n";
  const merged = (list: string) => {
    const root = valueOf(`${sources}c: {<<: [${list}]}`) as { c: Record<string, number> };
    return Object.entries(root.c).map(([key, value]) => `${key}${value}`).join(" ");
  };
  assertEquals(["*a, *b, *a", "*b, *a, *b", "*a, *b"].map(merged), ["x1 k1 y2", "x2 y2 k1", "x1 y2 k1"]);
});

Deno.test("repeated keys may be merged, but not brought along by what is merged", () => {
  const expanded = (text: string) => toObjects(toPlain(expandAliases(parsed(text, { uniqueKeys: false }))));
  assertEquals(expanded("a: {<<: {b: 1, b: 2}}"), { a: { b: 1 } });
  diagnosticOf("duplicate-key", () => expanded("a: {<<: {<<: {b: 1, b: 2}}}"));
});

Deno.test("aliases as keys are told apart by their names", () => {
  assertEquals(valueOf("j: &j x\nk: &k y\na: {*j : 1, <<: {*k : 2, *j : 3}}"), { j: "x", k: "y", a: { x: 1, y: 2 } });
  diagnosticOf("duplicate-key", () => parsed("j: &j x\na: {*j : 1, *j : 2}"));
  assertEquals(
    diagnosticOf("duplicate-key", () => parsed("{[a]: 1, [b]: 2}")).message,
    "duplicate key in this mapping",
  );
});

Deno.test("expandAliases() drops a quoted `<<`, as kustomize does", () => {
  assertEquals(valueOf('a: {"<<": {b: 1}, c: 2}'), { a: { c: 2 } });
});

Deno.test("expandAliases() accepts a !!merge tag on any key, and keeps that key", () => {
  assertEquals(valueOf("a: {!!merge b: {c: 1}}"), { a: { b: { c: 1 }, c: 1 } });
});

Deno.test("expandAliases() rejects merges of anything but mappings", () => {
  for (const value of ["1", "", "[[{a: 1}]]", "[1]", "*s"]) {
    diagnosticOf("invalid-merge", () => expandAliases(parsed(`s: &s [1]\na:\n  <<: ${value}`)));
  }
});

Deno.test("expandAliases() rejects aliases inside their own target", () => {
  assertEquals(diagnosticOf("recursive-alias", () => expandAliases(parsed("a: &x {b: [*x]}"))).place?.offset, 11);
  diagnosticOf("recursive-alias", () => expandAliases(parsed("a: &x {b: {<<: *x}}")));
  // Trees that no parser has checked.
  for (const key of ["b", "<<"]) {
    const inner = new Mapping();
    const outer = new Mapping([{ key: new Scalar("a"), value: inner }]);
    outer.anchor = "x";
    inner.set(key, new Alias(outer, "x"));
    diagnosticOf("recursive-alias", () => expandAliases(outer));
  }
});

Deno.test("expandAliases() rejects alias bombs early", () => {
  const bomb = Array.from({ length: 20 }, (_, i) => `k${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join("\n");
  diagnosticOf("too-many-aliases", () => expandAliases(parsed(`k0: &a0 x\n${bomb}`)));
  const merges = Array.from({ length: 40 }, (_, i) => `k${i + 1}: &a${i + 1} {<<: *a${i}, x${i}: *a${i}}`).join("\n");
  diagnosticOf("too-many-aliases", () => expandAliases(parsed(`k0: &a0 {x: y}\n${merges}`)));
});

import { assertEquals, assertNotStrictEquals } from "@std/assert";
import { expandAliases } from "./expand.ts";
import type { Mapping } from "../tree/node.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed, valueOf } from "../../testing/yaml.ts";

Deno.test("expandAliases() replaces aliases with copies, in keys too", () => {
  const root = expandAliases(parsed("a: &x {b: [1]}\nc: *x\nd: &k key\n*k : *x")) as Mapping;
  assertEquals(root.get("c")!.kind, "mapping");
  assertNotStrictEquals(root.get("c"), root.get("a"));
  assertEquals([root.get("a")!.anchor, root.get("key")!.anchor], ["", ""]);
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
});

Deno.test("expandAliases() rejects alias bombs early", () => {
  const bomb = Array.from({ length: 20 }, (_, i) => `k${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`).join("\n");
  diagnosticOf("too-many-aliases", () => expandAliases(parsed(`k0: &a0 x\n${bomb}`)));
  const merges = Array.from({ length: 40 }, (_, i) => `k${i + 1}: &a${i + 1} {<<: *a${i}, x${i}: *a${i}}`).join("\n");
  diagnosticOf("too-many-aliases", () => expandAliases(parsed(`k0: &a0 {x: y}\n${merges}`)));
});

import { assertEquals, assertNotStrictEquals } from "@std/assert";
import { parsed } from "../../testing/yaml.ts";
import { clone } from "./copy.ts";
import { type Alias, defer, Deferred, type Entry, Mapping, Scalar, type Sequence } from "./node.ts";

Deno.test("clone() keeps tags, anchors, styles and places", () => {
  const root = parsed("a: &x !t {b: !!int '1', &k c: &l !u [d]}\ne: &m\n- >\n  f\n? *x\n: *k\n") as Mapping;
  (root.entries[0]!.key as Scalar).isTyped = true;
  const copy = clone(root);
  assertEquals(copy, root);
  const [first, second, third] = [0, 1, 2].map((index) => copy.entries[index]!);
  assertNotStrictEquals(first!.value, root.entries[0]!.value);
  assertNotStrictEquals((second!.value as Sequence).items[0], (root.get("e") as Sequence).items[0]);
  assertEquals((third!.key as Alias).target === root.get("a"), true);
});

Deno.test("deferred contents are read once, can be replaced and deferred again, and are copied unread", () => {
  let reads = 0;
  const entry = (key: string): Entry => ({ key: new Scalar(key), value: new Scalar("") });
  const deferred = (key: string) => new Deferred([], 0, () => (reads++, [entry(key)]));
  const mapping = new Mapping();
  defer(mapping, deferred("a"));
  const copy = clone(mapping);
  assertEquals([copy.deferred === mapping.deferred, reads], [true, 0]);
  assertEquals([mapping.entry("a")?.key, mapping.entry("b"), reads], [new Scalar("a"), undefined, 1]);
  assertEquals([mapping.deferred, Object.keys(mapping).includes("entries")], [undefined, true]);
  defer(mapping, deferred("b"));
  mapping.entries = [entry("c")];
  mapping.entries = [...mapping.entries, entry("d")];
  assertEquals([mapping.delete("c"), mapping.delete("b"), mapping.entries.length, reads], [true, false, 1, 1]);
  assertEquals([copy.entries, reads], [[entry("a")], 2]);
});

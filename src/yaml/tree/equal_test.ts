import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../read/parse.ts";
import { isEqualTree } from "./equal.ts";
import { Alias, defer, Deferred, Mapping, type Node, Scalar, Sequence } from "./node.ts";

const SOURCE = new Source("t", "a: [1, !t x, {b: 'c'}]\nd: {e: f, g: h}\n");

function read(): Mapping {
  return parseDocument(SOURCE) as Mapping;
}

Deno.test("isEqualTree() compares texts, order, tags, styles and places", () => {
  assertEquals(isEqualTree(read(), read()), true);
  const list = (root: Mapping) => root.get("a") as Sequence;
  const scalar = (root: Mapping) => list(root).items[0] as Scalar;
  const inner = (root: Mapping) => root.get("d") as Mapping;
  const changes: ((root: Mapping) => unknown)[] = [
    (root) => scalar(root).value = "2",
    (root) => scalar(root).style = "single",
    (root) => scalar(root).tag = "!t",
    (root) => scalar(root).start++,
    (root) => scalar(root).source = undefined,
    (root) => (root.entries[0]!.key as Scalar).value = "b",
    (root) => list(root).items.push(new Scalar("x")),
    (root) => list(root).items.pop(),
    (root) => list(root).start++,
    (root) => inner(root).entries.pop(),
    (root) => inner(root).entries.reverse(),
    (root) => inner(root).tag = "!t",
    (root) => inner(root).set("e", new Scalar("f")),
  ];
  for (const change of changes) {
    const changed = read();
    change(changed);
    assertEquals([isEqualTree(read(), changed), isEqualTree(changed, read())], [false, false], change.toString());
  }
});

Deno.test("isEqualTree() tells the kinds of nodes apart", () => {
  const target = new Scalar("");
  const other = new Scalar("");
  const nodes: Node[] = [new Scalar(""), new Sequence(), new Mapping(), new Alias(target, "x"), new Alias(other, "x")];
  for (const a of nodes) for (const b of nodes) assertEquals(isEqualTree(a, b), a === b, `${a.kind} and ${b.kind}`);
  assertEquals(isEqualTree(new Alias(target, "x"), new Alias(target, "x")), true);
});

Deno.test("isEqualTree() reads no contents that two mappings share", () => {
  let reads = 0;
  const entriesOf = (key: string) => () => {
    reads++;
    return [{ key: new Scalar(key), value: new Scalar("") }];
  };
  const deferred = (read: Deferred["read"]): Deferred => new Deferred([], 0, read);
  const mapping = (contents: Deferred) => {
    const made = new Mapping();
    defer(made, contents);
    return made;
  };
  const shared = deferred(entriesOf("a"));
  assertEquals([isEqualTree(mapping(shared), mapping(shared)), reads], [true, 0]);
  assertEquals([isEqualTree(mapping(shared), mapping(deferred(entriesOf("a")))), reads], [true, 2]);
  assertEquals(isEqualTree(mapping(shared), mapping(deferred(entriesOf("b")))), false);
});

import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { type Node, Scalar } from "../yaml/tree/node.ts";
import { alignItems, areAligned } from "./align.ts";
import { contentOf, type Field } from "./field.ts";
import { FieldRecorder } from "./record.ts";

function itemsIn(list: Node): readonly Node[] {
  return list.kind === "sequence" ? list.items : [];
}

function nodesOf(list: string, name = "a.yaml"): readonly Node[] {
  return itemsIn(parseDocument(new Source(name, list))!);
}

function fieldsOf(nodes: readonly Node[]): readonly Field[] {
  return nodes.map((node) => new FieldRecorder({ kind: "load" }).record(node));
}

Deno.test("items are plainly the same by their texts or names", () => {
  const same = [["[]", "[]"], ["[a, b]", "[a, 'b']"], ["[{name: a, x: 1}]", "[{x: 2, name: a}]"]];
  const different = [
    ["[a]", "[a, b]"],
    ["[a, b]", "[a, c]"],
    ["[a]", "[{name: a}]"],
    ["[{name: a}]", "[a]"],
    ["[[a]]", "[[a]]"],
    ["[{name: a}, {name: b}]", "[{name: b}, {name: a}]"],
    ["[{name: a}]", "[{name: {a: b}}]"],
    ["[{name: {a: b}}]", "[{name: a}]"],
    ["[{name: a}]", "[{x: a}]"],
    ["[{x: a}]", "[{name: a}]"],
  ];
  const aligned = ([before, after]: string[]) => areAligned(fieldsOf(nodesOf(before!)), nodesOf(after!));
  for (const pair of same) assertEquals(aligned(pair), true, pair.join(" "));
  for (const pair of different) assertEquals(aligned(pair), false, pair.join(" "));
});

Deno.test("items without a name are plainly the same if they are at one place", () => {
  const nodes = nodesOf("[{x: 1}, {x: 2}]");
  assertEquals(areAligned(fieldsOf(nodes), nodes), true);
  assertEquals(areAligned(fieldsOf(nodes), nodes.toReversed()), false);
  assertEquals(areAligned(fieldsOf(nodes), nodesOf("[{x: 1}, {x: 2}]", "b.yaml")), false);
});

Deno.test("an item that has gained or lost its name is not plainly the same, though it is at its place", () => {
  for (const [before, hasName] of [["[{name: a, x: 1}]", false], ["[{x: 1}]", true]] as const) {
    const [node] = nodesOf(before);
    const fields = fieldsOf([node!]);
    if (node?.kind !== "mapping") throw new Error("no mapping");
    if (hasName) node.set("name", new Scalar("a"));
    else node.delete("name");
    assertEquals(areAligned(fields, [node]), false, before);
  }
});

Deno.test("other items are found by their names, or by what they hold", () => {
  const fields = fieldsOf(nodesOf("[{x: 1}, {x: 2}, a, {name: b, x: 1}]"));
  const found = alignItems(fields, nodesOf("[{x: 2}, a, {name: b, x: 2}, {x: 1}, new]", "b.yaml"));
  assertEquals(found.map((field) => field && fields.indexOf(field)), [1, 2, 3, 0, undefined]);
  assertEquals(contentOf(found[1]!).kind, "scalar");
});

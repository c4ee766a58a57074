import { assertEquals } from "@std/assert";
import { parsed } from "../../testing/yaml.ts";
import type { Node, Sequence } from "../../yaml/tree/node.ts";
import { isInOrder, matchItems } from "./match_items.ts";

function list(text: string): Sequence {
  const node: Node = parsed(text);
  if (node.kind !== "sequence") throw new Error("no list");
  return node;
}

Deno.test("matchItems() finds equal items, then those of one name, then those in one place", () => {
  const cases: [before: string, after: string, matches: number[]][] = [
    ["[a, b]", "[b, a]", [1, 0]],
    ["[a, a]", "[a, b, a]", [0, -1, 1]],
    ["[{name: a, x: 1}, {name: b}]", "[{name: b, x: 1}, {name: a, x: 2}]", [1, 0]],
    ["[{name: a}, {x: 1}]", "[{name: b}, {name: c, x: 1}]", [0, 1]],
    ["[{name: a, x: 1}]", "[{name: b}, {name: a, x: 2}]", [-1, 0]],
    ["[{x: 1}, b]", "[{x: 2}, c]", [0, 1]],
    ["[{x: 1}, b]", "[c, {x: 2}]", [-1, -1]],
    ["[{x: 1}]", "[{x: 2}, {x: 3}]", [-1, -1]],
    ["[{name: a, x: 1}, b]", "[b, {name: a, x: 2}]", [1, 0]],
    ["[[a], {name: [b]}]", "[[c], {name: [d]}]", [0, 1]],
  ];
  for (const [before, after, matches] of cases) {
    assertEquals(matchItems(list(before), list(after)), matches, `${before} ${after}`);
  }
});

Deno.test("isInOrder() looks at old items alone", () => {
  assertEquals([[], [0], [-1, 2], [0, -1, 1], [1, -1, -1, 3]].map(isInOrder), [true, true, true, true, true]);
  assertEquals([[1, 0], [0, 2, -1, 1]].map(isInOrder), [false, false]);
});

import { assertEquals } from "@std/assert";
import { addToList, addToSet, groupBy } from "./multimap.ts";

Deno.test("addToList(), addToSet() and groupBy() keep several values per key", () => {
  const [lists, sets] = [new Map<string, number[]>(), new Map<string, Set<number>>()];
  for (const value of [1, 2, 2]) {
    addToList(lists, "a", value);
    addToSet(sets, "a", value);
  }
  assertEquals([lists, sets], [new Map([["a", [1, 2, 2]]]), new Map([["a", new Set([1, 2])]])]);
  assertEquals(groupBy([1, 2, 3], (value) => value % 2), new Map([[1, [1, 3]], [0, [2]]]));
});

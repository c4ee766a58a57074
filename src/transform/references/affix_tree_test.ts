import { assertEquals } from "@std/assert";
import { AffixTree } from "./affix_tree.ts";

const LISTS = ["", "a", "b", "ab", "ba", "aab", "bab", "aba"];

Deno.test("count() is the number of what compatible() finds: those that end alike, or are empty", () => {
  const tree = new AffixTree<string>();
  for (const list of LISTS) tree.add([...list], list);
  for (const list of [...LISTS, "bb", "c", "ca"]) {
    const expected = LISTS.filter((other) => other.endsWith(list) || list.endsWith(other));
    assertEquals(tree.compatible([...list]).sort(), expected.sort(), list);
    assertEquals(tree.count([...list]), expected.length, list);
  }
});

import { assertEquals } from "@std/assert";
import { sortLikeGo } from "./go_sort.ts";

Deno.test("sortLikeGo() leaves an order that is not transitive as Go's sort.Sort does", () => {
  const items = [6, 5, 4, 3, 2, 1, 0];
  // Each number is less than the next three, and 6 is less than 0 again.
  sortLikeGo(items, (a, b) => a === b ? 0 : (b - a + 7) % 7 <= 3 ? -1 : 1);
  assertEquals(items, [3, 4, 5, 6, 0, 1, 2]);
});

Deno.test("sortLikeGo() sorts any number of items", () => {
  for (const length of [0, 1, 2, 12, 13, 100]) {
    const items = Array.from({ length }, (_, index) => (index * 37) % 101);
    sortLikeGo(items, (a, b) => a - b);
    assertEquals(items, items.toSorted((a, b) => a - b));
  }
});

Deno.test("sortLikeGo() leaves few equal items in their order", () => {
  const items = ["b1", "a1", "b2", "a2", "c", "a3"];
  sortLikeGo(items, (a, b) => a.charCodeAt(0) - b.charCodeAt(0));
  assertEquals(items, ["a1", "a2", "a3", "b1", "b2", "c"]);
});

import { assertEquals } from "@std/assert";
import { freshLines, shared } from "./text_change.ts";

Deno.test("what two texts share never overlaps", () => {
  const texts = ["", "a", "aa", "aaa", "abab", "ab", "xaby"];
  for (const old of texts) {
    for (const now of texts) {
      const { head, tail } = shared(old, now);
      const changed = old.slice(0, head) + now.slice(head, now.length - tail) + old.slice(old.length - tail);
      assertEquals(changed, now, `${old} to ${now}`);
    }
  }
});

Deno.test("lines are fresh if the changed part did not have them", () => {
  assertEquals(freshLines("a\nb\nc\nd", "a\nx\nc\ny\nd"), [1, 3]);
  assertEquals(freshLines("a\nb", "a\nb"), []);
  assertEquals(freshLines("a\nb\nc", "a\nc"), []);
});

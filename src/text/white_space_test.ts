import { assertEquals } from "@std/assert";
import { trimLeadingSpace, trimSpace } from "./white_space.ts";
import { threadMs } from "../testing/thread_time.ts";

Deno.test("removes Go's spaces, such as U+0085, and no byte order mark", () => {
  assertEquals(trimSpace("\u0085\u00a0 \t\na b\u3000\v\f\r\n"), "a b");
  assertEquals(trimSpace(" \ufeffa\ufeff "), "\ufeffa\ufeff");
  assertEquals(["", " ", "a", "a ", " a", "\u0085"].map(trimSpace), ["", "", "a", "a", "a", ""]);
  assertEquals(trimSpace(" \n"), "");
  assertEquals(trimLeadingSpace("\u0085 a "), "a ");
});

Deno.test("takes linear time on many spaces", () => {
  const text = "a" + " ".repeat(200_000) + "b";
  const start = threadMs();
  assertEquals(trimSpace(text), text);
  assertEquals(threadMs() - start < 2000, true);
});

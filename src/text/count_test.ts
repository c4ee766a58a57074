import { assertEquals } from "@std/assert";
import { count } from "./count.ts";

Deno.test("count() adds an s, unless there is one", () => {
  assertEquals([0, 1, 2].map((number) => count(number, "error")), ["0 errors", "1 error", "2 errors"]);
});

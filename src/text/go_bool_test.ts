import { assertEquals } from "@std/assert";
import { parseGoBool } from "./go_bool.ts";

Deno.test("parseGoBool() takes the spellings of Go's ParseBool and no other", () => {
  assertEquals(["1", "t", "TRUE"].map(parseGoBool), [true, true, true]);
  assertEquals(["0", "F", "False"].map(parseGoBool), [false, false, false]);
  assertEquals(["", "yes", "tRUE", " 1"].map(parseGoBool), [undefined, undefined, undefined, undefined]);
});

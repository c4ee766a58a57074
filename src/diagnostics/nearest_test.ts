import { assertEquals } from "@std/assert";
import { nearest } from "./nearest.ts";

Deno.test("nearest() finds a field through a transposed pair of letters and through case", () => {
  const fields = ["resources", "replicas", "namePrefix"];
  assertEquals(nearest("resuorces", fields), "resources");
  assertEquals(nearest("nameprefix", fields), "namePrefix");
});

Deno.test("nearest() returns nothing if no candidate is near, or a name is too short", () => {
  assertEquals(nearest("zzzzzz", ["resources"]), undefined);
  assertEquals(nearest("ab", ["abc"]), undefined);
  assertEquals(nearest("abc", ["ab", "abd"]), "abd");
});

import { assertEquals } from "@std/assert";
import { nearest } from "./nearest.ts";

Deno.test("nearest() finds a field through a transposed pair of letters and through case", () => {
  const fields = ["resources", "replicas", "namePrefix"];
  assertEquals(nearest("resuorces", fields), "resources");
  assertEquals(nearest("nameprefix", fields), "namePrefix");
});

Deno.test("nearest() gives nothing where no candidate is near", () => {
  assertEquals(nearest("zzzzzz", ["resources"]), undefined);
});

import { assertEquals } from "@std/assert";
import { ownValue } from "./own_value.ts";

Deno.test("ownValue() finds the keys of a table, and nothing that every object has", () => {
  assertEquals(ownValue({ a: 1 }, "a"), 1);
  for (const name of ["b", "constructor", "toString", "__proto__"]) assertEquals(ownValue({ a: 1 }, name), undefined);
});

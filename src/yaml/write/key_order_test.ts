import { assertEquals } from "@std/assert";
import { compareKeys } from "./key_order.ts";

Deno.test("compareKeys() agrees with go-yaml v2", () => {
  // As written by kustomize v5.8.1.
  const orders = [
    "_ ~ 1 2 9 10 a-b a.b a1 a2 a10 a010 ab b é",
    "A Z a z",
    "1.9 1.10 1.a",
    "a a0 a1 a01 a2",
    "a🚀 a\u{1F681}",
  ];
  for (const order of orders) {
    const keys = order.split(" ");
    assertEquals(keys.toReversed().sort(compareKeys).join(" "), order);
  }
  assertEquals(Math.sign(compareKeys("a100", "a10b")), -1);
  assertEquals(Math.sign(compareKeys("a1000", "a1001")), -1);
});

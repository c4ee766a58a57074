import { assertEquals, assertThrows } from "@std/assert";
import { compareQuantities, QuantityError } from "./quantity.ts";

Deno.test("compareQuantities() compares decimal and binary suffixes, exponents and signs", () => {
  const ascending = [
    "-1Ki",
    "-1",
    "0",
    "1n",
    "1m",
    "0.5",
    "500.5m",
    "1",
    "1e1",
    "1k",
    "1Ki",
    "1.5Ki",
    "1M",
    "1Mi",
    "1E",
  ];
  for (const [index, small] of ascending.entries()) {
    assertEquals(compareQuantities(small, small), 0);
    for (const big of ascending.slice(index + 1)) {
      assertEquals([small, big, compareQuantities(small, big)], [small, big, -1]);
      assertEquals(compareQuantities(big, small), 1);
    }
  }
});

Deno.test("compareQuantities() rounds parts up, caps binary ones, and takes a suffix alone for none", () => {
  assertEquals(compareQuantities("0.1n", "1n"), 0);
  assertEquals(compareQuantities("8Ei", "9Ei"), 0);
  assertEquals(compareQuantities("Gi", "0"), 0);
  assertEquals(compareQuantities("10E", "9Ei"), 1);
});

Deno.test("compareQuantities() tells what is not a quantity in kustomize's words", () => {
  const words = (a: string, b: string) => assertThrows(() => compareQuantities(a, b), QuantityError).words;
  assertEquals(words("1KK", "1"), "1KK: unable to parse quantity's suffix");
  for (const name of ["constructor", "toString", "__proto__"]) {
    assertEquals(words(`1${name}`, "1").startsWith(`1${name}: quantities must match`), true);
  }
  assertEquals(words("1", "x").startsWith("quantities must match"), true);
  assertEquals(words("1", "").startsWith("quantities must match"), true);
});

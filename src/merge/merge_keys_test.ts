import { assertEquals } from "@std/assert";
import { unifyKeyValues, usedKeys } from "./merge_keys.ts";

function unified(...all: string[]): string[] {
  const values = all.map((text) => text.split("/"));
  unifyKeyValues(values);
  return values.map((texts) => texts.join("/"));
}

Deno.test("unifyKeyValues() completes values that agree in a key and differ only where one is missing", () => {
  assertEquals(unified("80/", "80/TCP"), ["80/TCP", "80/TCP"]);
  assertEquals(unified("80/TCP", "80/"), ["80/TCP", "80/TCP"]);
  assertEquals(unified("/TCP", "80/TCP"), ["80/TCP", "80/TCP"]);
  assertEquals(unified("80/TCP", "/TCP"), ["80/TCP", "80/TCP"]);
  assertEquals(unified("80//a", "80/TCP/"), ["80/TCP/a", "80/TCP/a"]);
});

Deno.test("unifyKeyValues() leaves others as they are", () => {
  for (const all of [["80/TCP", "80/UDP"], ["80/", "81/TCP"], ["80/TCP/", "80/UDP/x"], ["80/", "/TCP"]]) {
    assertEquals(unified(...all), all);
  }
  // Sic: the last one counts.
  assertEquals(unified("80/", "80/TCP", "80/UDP"), ["80/UDP", "80/TCP", "80/UDP"]);
});

Deno.test("usedKeys() are those that some element has, or all", () => {
  assertEquals(usedKeys([["", "a"], ["", ""]], ["x", "y"]), [1]);
  assertEquals(usedKeys([["a", ""], ["", "b"]], ["x", "y"]), [0, 1]);
  assertEquals(usedKeys([["", ""]], ["x", "y"]), [0, 1]);
  assertEquals(usedKeys([], ["x"]), [0]);
});

import { assertEquals } from "@std/assert";
import { parsed } from "../testing/yaml.ts";
import { RequestedValues } from "./requested_values.ts";

const values = new RequestedValues(parsed("name: web\ncount: 4\npairs: {a: x, b: x, c: y}\nlist: [y]\n"));

function offset(key: string, value: string | undefined): number | undefined {
  return values.placeOf(key, value)?.offset;
}

Deno.test("placeOf() finds a value that is written once, whatever its key", () => {
  assertEquals(offset("replicas", "4"), "name: web\ncount: ".length);
  assertEquals(offset("replicas", "5"), undefined);
});

Deno.test("placeOf() finds one of several equal values by its key", () => {
  assertEquals(offset("b", "x"), "name: web\ncount: 4\npairs: {a: x, b: ".length);
  assertEquals(offset("d", "x"), undefined);
});

Deno.test("placeOf() finds a mapping or a list by its key", () => {
  assertEquals(offset("pairs", undefined), "name: web\ncount: 4\npairs: ".length);
  assertEquals(offset("other", undefined), undefined);
  assertEquals(new RequestedValues(parsed("{a: {b: {}}, c: {b: []}}")).placeOf("b", undefined), undefined);
  assertEquals(new RequestedValues(parsed("{a: 1}")).placeOf("b", undefined), undefined);
});

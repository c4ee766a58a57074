import { assertEquals, assertThrows } from "@std/assert";
import { jsonEquals, type JsonValue } from "./value.ts";

const place = undefined;

/** `null` in an object or a list, and the null of a document. */
function json(value: unknown): JsonValue {
  if (value === null) return null;
  if (Array.isArray(value)) return { kind: "array", items: value.map(json), place };
  if (typeof value !== "object") return { kind: "scalar", text: JSON.stringify(value), place };
  return { kind: "object", members: new Map(Object.entries(value!).map(([key, one]) => [key, json(one)])), place };
}

function same(a: unknown, b: unknown): boolean {
  const result = jsonEquals(json(a), json(b));
  assertEquals(jsonEquals(json(b), json(a)), result);
  return result;
}

Deno.test("jsonEquals() compares all members and items", () => {
  assertEquals(same({ a: 1, b: [2, { c: "d" }] }, { b: [2, { c: "d" }], a: 1 }), true);
  assertEquals(same({ a: 1 }, { a: "1" }), false);
  assertEquals(same({ a: 1 }, { b: 1 }), false);
  assertEquals(same({ a: 1 }, { a: 1, b: 2 }), false);
  assertEquals(same([1, 2], [1]), false);
  assertEquals(same([1, 2], [2, 1]), false);
  assertEquals(same({}, []), false);
  assertEquals(same([], "a"), false);
});

Deno.test("jsonEquals() takes nulls as members, and no others", () => {
  assertEquals(same({ a: null, b: 1 }, { a: null, b: 1 }), true);
  assertEquals(same({ a: null, b: 1 }, { a: null, b: 2 }), false);
  assertEquals(same({ a: null }, { a: 1 }), false);
  assertEquals(same({ a: null }, { b: null }), false);
  assertEquals(same({ a: 1, b: null }, { a: 2, b: null }), false);
  for (const [a, b] of [[[null], [null]], [[null], [1]], [[1], [null]], [null, null]]) {
    assertThrows(() => jsonEquals(json(a), json(b)), RangeError);
  }
});

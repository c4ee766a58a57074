import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parseShard, shardOf } from "./shard.ts";

Deno.test("parseShard() takes a number from 1 to that of all jobs", () => {
  assertEquals([parseShard("1/1"), parseShard("3/4")], [{ index: 1, count: 1 }, { index: 3, count: 4 }]);
  for (const text of ["0/1", "2/1", "1/0", "0/0", "1", "1/", "a/b", "-1/2", "1/2/3", "1/1234567"]) {
    diagnosticOf("invalid-flag-value", () => parseShard(text));
  }
});

Deno.test("shardOf() has each item in one share, in turn", () => {
  const items = ["a", "b", "c", "d", "e"];
  assertEquals(shardOf(items, undefined), items);
  assertEquals(shardOf(items, { index: 1, count: 1 }), items);
  assertEquals([1, 2, 3].map((index) => shardOf(items, { index, count: 3 }).join("")), ["ad", "be", "c"]);
});

import { assert, assertEquals } from "@std/assert";
import { threadMs } from "../testing/thread_time.ts";
import { hintOfMissingKey } from "./apply_hints.ts";
import type { JsonObject } from "./value.ts";

function hint(steps: string[], key: string, ...members: string[]): string | undefined {
  const object: JsonObject = {
    kind: "object",
    place: undefined,
    members: new Map(members.map((name) => [name, null])),
  };
  return hintOfMissingKey({ steps, text: "", place: undefined }, object, key);
}

function slash(path: string): string {
  return `a slash in a key is written ~1: '${path}'`;
}

Deno.test("hintOfMissingKey() finds keys with a slash", () => {
  assertEquals(hint(["a", "x", "y"], "x", "x/y"), slash("/a/x~1y"));
  assertEquals(hint(["x", "y", "z"], "x", "x/y"), slash("/x~1y/z"));
  assertEquals(hint(["x", "y", "z"], "x", "x/y/z"), slash("/x~1y~1z"));
  assertEquals(hint(["x", "y~z"], "x", "x/y~z"), slash("/x~1y~0z"));
  assertEquals(hint(["x", "y", "z"], "x", "x/y/z", "x/y"), slash("/x~1y/z"));
  assertEquals(hint(["x", "y/z"], "x", "x/y"), undefined);
  assertEquals(hint(["x", "yy"], "x", "x/y"), undefined);
});

Deno.test("hintOfMissingKey() expects slashes below fields with free keys, and after domains", () => {
  assertEquals(hint(["metadata", "labels", "app", "name"], "app"), slash("/metadata/labels/app~1name"));
  assertEquals(hint(["spec", "example.com", "owner"], "example.com"), slash("/spec/example.com~1owner"));
  assertEquals(hint(["metadata", "labels", "app"], "app"), undefined);
  assertEquals(hint(["labels", "spec", "app", "name"], "app"), undefined);
  assertEquals(hint(["spec", "app", "name"], "app"), undefined);
});

Deno.test("hintOfMissingKey() names a similar key otherwise", () => {
  assertEquals(hint(["spec", "replica"], "replica", "replicas", "selector"), "did you mean 'replicas'?");
  assertEquals(hint(["spec", "other"], "replica", "replicas"), "did you mean 'replicas'?");
});

Deno.test("hintOfMissingKey() takes linear time in the length of the path", () => {
  // With quadratic time, these would take minutes.
  const start = threadMs();
  hint(Array(200_000).fill("a"), "a", "a/b", ["a", ...Array(200_000).fill("a")].join("/"));
  assert(threadMs() - start < 2000);
});

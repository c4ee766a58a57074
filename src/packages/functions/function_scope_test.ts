import { assertEquals } from "@std/assert";
import { parsed } from "../../testing/yaml.ts";
import { INDEX, PATH } from "../package_annotations.ts";
import type { Item } from "../pipeline.ts";
import { compareFunctions, partition, scopeOf } from "./function_scope.ts";

function item(path?: string, index?: string, name = PATH.present): Item {
  const root = parsed(JSON.stringify({ metadata: { annotations: { [name]: path, [INDEX.present]: index } } }));
  return { root, head: "", foot: "", commentsOf: () => undefined, isDocument: true };
}

Deno.test("functions run from deep folders to those above, then by folder and place in a file", () => {
  const sorted = [
    item("b/c/f.yaml", "2"),
    item("b/c/f.yaml", "10"),
    item("a/f.yaml"),
    item("b/functions/f.yaml"),
    item("f.yaml", "x"),
    item("f.yaml", "1"),
  ];
  for (const [at, one] of sorted.entries()) {
    for (const [before, other] of sorted.entries()) {
      assertEquals(Math.sign(compareFunctions(one, other)), Math.sign(at - before), `${at} ${before}`);
    }
  }
  assertEquals(Math.sign(compareFunctions(item(), item("a/f.yaml"))), 1);
  assertEquals(Math.sign(compareFunctions(item("a/f.yaml"), item())), -1);
});

Deno.test("the scope of a function is its folder, under either name of the path", () => {
  const scope = (path?: string, name?: string) => scopeOf(item(path, undefined, name).root);
  assertEquals([scope("a/b/f.yaml"), scope("a/functions/f.yaml"), scope("f.yaml"), scope()], ["a/b", "a", ".", ""]);
  assertEquals(scope("a/f.yaml", PATH.legacy), "a");
  const items = [item("app/x.yaml"), item("apple/x.yaml"), item("x.yaml"), item()];
  const inside = (scope: string) => partition(items, scope).inside.map((one) => items.indexOf(one));
  assertEquals([inside("app"), inside("."), inside("")], [[0, 1], [0, 1, 2, 3], [0, 1, 2, 3]]);
  assertEquals(partition(items, "app").outside.length, 2);
});

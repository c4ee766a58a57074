import { assertEquals } from "@std/assert";
import { isListStep, splitFieldPath, splitListStep } from "./path.ts";

Deno.test("splitFieldPath() keeps brackets together and respects backslashes", () => {
  const cases: [string, string[]][] = [
    ["metadata.name", ["metadata", "name"]],
    [".metadata.name", ["metadata", "name"]],
    ["..metadata", ["", "metadata"]],
    ["metadata.", ["metadata", ""]],
    ["", [""]],
    ["spec.containers.[name=com.foo.app].image", ["spec", "containers", "[name=com.foo.app]", "image"]],
    ["metadata.annotations.[a.b/c.d]", ["metadata", "annotations", "a.b/c.d"]],
    ["metadata.annotations.[abc]", ["metadata", "annotations", "[abc]"]],
    ["metadata.annotations.a\\.b/c.d", ["metadata", "annotations", "a.b/c", "d"]],
    ["metadata.annotations.a\\", ["metadata", "annotations", "a\\"]],
    ["a.[b.c", ["a", "b.c"]],
    ["a.[b.c=d", ["a", "[b.c=d"]],
    ["a.[[b.c]]", ["a", "b.c"]],
    ["a.[b\\.c=d.e].0", ["a", "[b.c=d.e]", "0"]],
  ];
  for (const [path, steps] of cases) assertEquals(splitFieldPath(path), steps, path);
});

Deno.test("isListStep() wants both brackets", () => {
  assertEquals(["[a=b]", "[]", "[a", "a]", "a"].map(isListStep), [true, true, false, false, false]);
});

Deno.test("splitListStep() splits at the first equals sign", () => {
  assertEquals(splitListStep("[name=a=b]"), { field: "name", value: "a=b" });
  assertEquals(splitListStep("[=a]"), { field: "", value: "a" });
  assertEquals(splitListStep("[name]"), undefined);
});

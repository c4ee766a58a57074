import { assertEquals } from "@std/assert";
import { faultOfPath, pathsBelow, renamed, treeOf, without } from "./project.ts";

const FILES = new Map(["base/a.yaml", "base.yaml", "base/sub/b.yaml", "z"].map((path) => [path, ""]));

Deno.test("paths that no file can have are refused with a reason", () => {
  const faults: Record<string, string | undefined> = {
    "": "Enter a name",
    "/a": "A name between two slashes is missing",
    "a//b": "A name between two slashes is missing",
    "base/": "A name between two slashes is missing",
    "../a": "Name a path without '.' and '..'",
    "a/./b": "Name a path without '.' and '..'",
    "a\nb": "A name cannot have control characters",
    ["x".repeat(256)]: "A name has at most 255 characters",
    "base": "'base' exists already",
    "base/sub/b.yaml": "'base/sub/b.yaml' exists already",
    "z/a": "'z' is a file",
    "base/a": undefined,
    "new/folder/a b.yaml": undefined,
  };
  for (const [path, fault] of Object.entries(faults)) assertEquals(faultOfPath(path, FILES), fault, path);
});

Deno.test("folders move and go with all that is below them, and with nothing else", () => {
  assertEquals(pathsBelow("base", FILES), ["base/a.yaml", "base/sub/b.yaml"]);
  assertEquals([...renamed(FILES, "base", "core/x").keys()], ["core/x/a.yaml", "base.yaml", "core/x/sub/b.yaml", "z"]);
  assertEquals([...renamed(FILES, "z", "base/z").keys()].at(-1), "base/z");
  assertEquals([...without(FILES, "base").keys()], ["base.yaml", "z"]);
});

Deno.test("the tree has folders before files", () => {
  const names = (entries: ReturnType<typeof treeOf>): unknown[] =>
    entries.map(({ name, entries }) => entries === undefined ? name : [name, names(entries)]);
  assertEquals(names(treeOf(FILES)), [["base", [["sub", ["b.yaml"]], "a.yaml"]], "base.yaml", "z"]);
});

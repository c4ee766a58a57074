import { assertEquals } from "@std/assert";
import { nextTo, renamed, withNew, without, withThoseOf } from "./edits.ts";
import { faultOfPath, pathsBelow, treeOf } from "./project.ts";

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
  assertEquals([...renamed(FILES, "base", "core/x").keys()], ["base.yaml", "core/x/a.yaml", "core/x/sub/b.yaml", "z"]);
  assertEquals([...renamed(FILES, "z", "base/z").keys()].at(-1), "base/z");
  assertEquals([...without(FILES, "base").keys()], ["base.yaml", "z"]);
  assertEquals(nextTo("base/a.yaml", FILES, without(FILES, "base")), "base.yaml");
  assertEquals(nextTo("z", FILES, without(FILES, "z")), "base/sub/b.yaml");
  assertEquals(nextTo("z", FILES, new Map()), "");
});

Deno.test("what was deleted comes back, unless something else is there now", () => {
  const now = withNew(without(FILES, "base"), "base");
  assertEquals([...withThoseOf(now, FILES).keys()], ["base", "base.yaml", "z"]);
  assertEquals(withThoseOf(without(FILES, "base"), FILES).size, FILES.size);
  assertEquals(withNew(FILES, "new/kustomization.yaml").get("new/kustomization.yaml"), "resources:\n");
});

Deno.test("the tree has folders before files", () => {
  const names = (entries: ReturnType<typeof treeOf>): unknown[] =>
    entries.map(({ name, entries }) => entries === undefined ? name : [name, names(entries)]);
  assertEquals(names(treeOf(FILES)), [["base", [["sub", ["b.yaml"]], "a.yaml"]], "base.yaml", "z"]);
});

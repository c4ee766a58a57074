import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { ChangeSet } from "./change_set.ts";

const BEFORE = new MemoryFileSystem({ "/a/x": "1", "/a/y": "1", "/b/z": "1", "/c": "1" });
const AFTER = new MemoryFileSystem({ "/a/x": "2", "/a/y": "1", "/a/w": "1", "/b/z": "1", "/c/d": "1" });

Deno.test("a set of changes knows paths, and those above and below a path", () => {
  const set = new ChangeSet({ changed: ["/a/x", "/c", "/b/b/b"] }, AFTER);
  assertEquals(["/a/x", "/a", "/a/x/y"].map((path) => set.has(path)), [true, false, false]);
  assertEquals(["/c/d/e", "/c/d", "/c", "/a/y", "/"].map((path) => set.above(path)), [
    "/c",
    "/c",
    undefined,
    undefined,
    undefined,
  ]);
  assertEquals(["/a", "/b", "/", "/b/b/b", "/bb", "/d"].map((path) => set.below(path)), [
    "/a/x",
    "/b/b/b",
    "/a/x",
    undefined,
    undefined,
    undefined,
  ]);
});

Deno.test("a set of changes compares types, contents and names with those before", () => {
  const set = new ChangeSet({ changed: [], before: BEFORE }, AFTER);
  assertEquals(["/a", "/a/x", "/a/w", "/c"].map((path) => set.typeDiffers(path)), [false, false, true, true]);
  for (let round = 0; round < 2; round++) {
    assertEquals(["/a/x", "/a/y", "/a/w", "/gone"].map((path) => set.contentDiffers(path)), [true, false, true, false]);
  }
  assertEquals(["/a", "/b", "/c", "/gone"].map((path) => set.namesDiffer(path)), [true, false, true, false]);
});

Deno.test("a program differs from a file", () => {
  const files = new MemoryFileSystem();
  files.makeDir("/a");
  files.writeFile("/a/x", "1", 0o755);
  const set = new ChangeSet({ changed: [], before: BEFORE }, files);
  assertEquals(set.typeDiffers("/a/x"), true);
});

Deno.test("without the files before, a set of changes compares nothing", () => {
  const set = new ChangeSet({ changed: ["/a/x"] }, AFTER);
  assertEquals([set.typeDiffers("/a/x"), set.contentDiffers("/a/x"), set.namesDiffer("/a")], [
    undefined,
    undefined,
    undefined,
  ]);
});

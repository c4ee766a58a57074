import { assertEquals } from "@std/assert";
import { baseName, cleanPath, dirName, isWithin, joinPath, relativePath, shownPath } from "./paths.ts";

Deno.test("cleanPath() is Go's path.Clean", () => {
  const cases = [
    ["", "."],
    ["a//b/./c/..", "a/b"],
    ["/../a", "/a"],
    ["../../a/", "../../a"],
    ["a/../..", ".."],
    ["/", "/"],
    ["a/.b/c", "a/.b/c"],
    ["/a/b/.", "/a/b"],
    ["./a", "a"],
    ["a/b/", "a/b"],
    ["a..b/c", "a..b/c"],
  ];
  for (const [path, clean] of cases) assertEquals(cleanPath(path!), clean!);
});

Deno.test("joinPath() skips empty parts", () => {
  assertEquals(joinPath("", "a", "", "../b"), "b");
  assertEquals(joinPath("", ""), "");
  assertEquals(joinPath("/", "a"), "/a");
});

Deno.test("dirName() and baseName() split a cleaned path", () => {
  assertEquals([dirName("/a/b"), baseName("/a/b")], ["/a", "b"]);
  assertEquals([dirName("/a"), baseName("/a")], ["/", "a"]);
  assertEquals([dirName("a"), baseName("a")], [".", "a"]);
});

Deno.test("baseName() is Go's path.Base", () => {
  assertEquals(["", "/", "a/b//", "."].map(baseName), [".", "/", "b", "."]);
});

Deno.test("isWithin() compares whole steps, not characters", () => {
  assertEquals(isWithin("/a/b", "/a"), true);
  assertEquals(isWithin("/ab", "/a"), false);
  assertEquals(isWithin("/a", "/a"), true);
  assertEquals(isWithin("/a", "/"), true);
});

Deno.test("relativePath() goes up and down", () => {
  assertEquals(relativePath("/a/b", "/a/c/d"), "../c/d");
  assertEquals(relativePath("/a", "/a"), ".");
  assertEquals(relativePath("/", "/a"), "a");
});

Deno.test("shownPath() is relative inside the folder, or if that is shorter", () => {
  assertEquals(shownPath("/a/b", "/a"), "b");
  assertEquals(shownPath("/a", "/a"), ".");
  assertEquals(shownPath("/long/x", "/long/y"), "../x");
  assertEquals(shownPath("/a/b", "/a/c"), "/a/b");
  assertEquals(shownPath("/x", "/a/b/c"), "/x");
});

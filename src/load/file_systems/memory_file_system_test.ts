import { assertEquals, assertThrows } from "@std/assert";
import { FileError, type FileErrorCode } from "../file_system.ts";
import { LayeredFileSystem } from "./layered_file_system.ts";
import { MemoryFileSystem } from "./memory_file_system.ts";

function assertRefused(action: () => unknown, code: FileErrorCode): void {
  assertEquals(assertThrows(action, FileError).code, code);
}

Deno.test("MemoryFileSystem creates the folders of its files, and resolves paths from its folder", () => {
  const files = new MemoryFileSystem({ "a/b.yaml": "x: 1\n", "/c": "2" }, "/work");
  assertEquals(files.readText("/work/a/b.yaml"), "x: 1\n");
  assertEquals(files.readText("../c"), "2");
  assertEquals(files.readDir("."), ["a"]);
  assertEquals(files.readDir("/"), ["c", "work"]);
  assertEquals(files.cwd(), "/work");
});

Deno.test("MemoryFileSystem lists names by code units", () => {
  assertEquals(new MemoryFileSystem({ b: "", B: "", "10": "", "9": "" }).readDir("/"), ["10", "9", "B", "b"]);
});

Deno.test("MemoryFileSystem distinguishes files, folders and missing paths", () => {
  const files = new MemoryFileSystem({ "a/b": "text" });
  assertEquals(files.stat("a")?.isDirectory, true);
  assertEquals(files.stat("a/b"), { isFile: true, isDirectory: false, mode: 0o644 });
  assertEquals(files.stat("nope"), undefined);
  assertEquals(files.stat("a/b/c"), undefined);
});

Deno.test("MemoryFileSystem removes a folder by a path that leads back to it, and refuses a second link", () => {
  const files = new MemoryFileSystem({ "/a/b/c/e": "", "/a/f": "", "/d": "" });
  files.makeLink("/l", "nowhere");
  assertRefused(() => files.makeLink("/l", "d"), "exists");
  assertEquals(files.readLink("/l"), "nowhere");
  files.remove("/a/b/c/..");
  assertEquals([files.readDir("/"), files.readDir("/a")], [["a", "d", "l"], ["f"]]);
});

Deno.test("MemoryFileSystem has the errors of a disk", () => {
  const files = new MemoryFileSystem({ "a/b": "text" });
  assertRefused(() => files.readText("a"), "is-directory");
  assertRefused(() => files.readText("nope"), "not-found");
  assertRefused(() => files.readText("a/b/c"), "not-directory");
  assertRefused(() => files.readDir("a/b"), "not-directory");
  assertRefused(() => files.writeFile("nope/x", ""), "not-found");
  assertRefused(() => files.writeFile("a", ""), "is-directory");
  assertRefused(() => files.makeDir("a/b/c"), "not-directory");
  assertRefused(() => files.realPath("nope"), "not-found");
});

Deno.test("MemoryFileSystem follows links: relative ones from their folder, and `..` from their target", () => {
  const files = new MemoryFileSystem({ "real/deep/file": "x", "real/sibling": "y" });
  files.makeLink("short", "real/deep");
  files.makeLink("real/up", "../short/file");
  assertEquals(files.readText("short/file"), "x");
  assertEquals(files.readText("short/../sibling"), "y");
  assertEquals(files.readText("real/up"), "x");
  assertEquals(files.realPath("real/up"), "/real/deep/file");
  assertEquals([files.isLink("short"), files.isLink("short/file"), files.isLink("nope")], [true, false, false]);
});

Deno.test("MemoryFileSystem finds nothing at an empty path, and does not replace anything by a link", () => {
  const files = new MemoryFileSystem({ a: "" });
  assertEquals(files.stat(""), undefined);
  assertRefused(() => files.realPath(""), "not-found");
  assertRefused(() => files.makeLink("a", "b"), "exists");
});

Deno.test("MemoryFileSystem gives up on links to themselves", () => {
  const files = new MemoryFileSystem();
  files.makeLink("a", "b");
  files.makeLink("b", "a");
  assertRefused(() => files.readText("a"), "other");
});

/** A file at the end of so many links. */
function chainOfLinks(links: number): MemoryFileSystem {
  const files = new MemoryFileSystem({ "/0": "end" });
  for (let index = 1; index <= links; index++) files.makeLink(`/${index}`, `${index - 1}`);
  return files;
}

Deno.test("file systems follow 40 links, and no more", () => {
  for (const wrap of [(files: MemoryFileSystem) => files, (files: MemoryFileSystem) => new LayeredFileSystem(files)]) {
    assertEquals(wrap(chainOfLinks(40)).readText("/40"), "end");
    assertRefused(() => wrap(chainOfLinks(41)).readText("/41"), "other");
  }
});

Deno.test("MemoryFileSystem writes through a link, but removes only the link", () => {
  const files = new MemoryFileSystem({ file: "old" });
  files.makeLink("link", "file");
  files.replaceFile("link", "new");
  assertEquals(files.readText("file"), "new");
  files.remove("link");
  assertEquals(files.readDir("/"), ["file"]);
  files.remove("nothing/here");
});

Deno.test("MemoryFileSystem keeps the mode of a file that is overwritten, and its own copy of the bytes", () => {
  const files = new MemoryFileSystem();
  const bytes = new Uint8Array([1, 2]);
  files.writeFile("x", bytes, 0o600);
  bytes[0] = 9;
  files.writeFile("y", "1");
  files.writeFile("y", "2", 0o777);
  assertEquals(files.readFile("x"), new Uint8Array([1, 2]));
  assertEquals([files.stat("x")?.mode, files.stat("y")?.mode], [0o600, 0o644]);
});

Deno.test("MemoryFileSystem keeps a byte order mark", () => {
  assertEquals(new MemoryFileSystem({ x: "\ufeffa" }).readText("x"), "\ufeffa");
});

import { assertEquals, assertThrows } from "@std/assert";
import { FileError } from "../file_system.ts";
import { FileSystemWrapper } from "./file_system_wrapper.ts";
import { LayeredFileSystem } from "./layered_file_system.ts";
import { MemoryFileSystem } from "./memory_file_system.ts";

function below(): MemoryFileSystem {
  const files = new MemoryFileSystem({ "/a/one": "1", "/a/sub/two": "2", "/b/three": "3" }, "/a");
  files.makeLink("/a/link", "../b");
  files.makeLink("/a/again", "link/three");
  return files;
}

function codeOf(work: () => unknown): string {
  return assertThrows(work, FileError).code;
}

Deno.test("without changes everything is as below", () => {
  const files = new LayeredFileSystem(below());
  assertEquals(files.cwd(), "/a");
  assertEquals(files.readText("one"), "1");
  assertEquals(files.readDir("/a"), ["again", "link", "one", "sub"]);
  assertEquals(files.realPath("again"), "/b/three");
  assertEquals([files.isLink("link"), files.readLink("link"), files.isLink("one")], [true, "../b", false]);
  assertEquals(files.stat("nothing/at/all"), undefined);
  assertEquals(codeOf(() => files.readText("sub")), "is-directory");
  assertEquals(codeOf(() => files.readDir("one")), "not-directory");
});

Deno.test("calls reach the file system below, through wrappers too", () => {
  class Told extends MemoryFileSystem {
    pathOf(text: string): string {
      return text.replaceAll("\\", "/");
    }
    accessOfOthers(path: string) {
      return { write: path === "/a/one", enter: path === "/a" };
    }
  }
  const base = new Told({ "/a/one": "1\xff" }, "/a");
  base.makeLink("/a/link", "one");
  const layered = new LayeredFileSystem(base);
  for (const files of [layered, new FileSystemWrapper(base), new FileSystemWrapper(layered)]) {
    assertEquals(files.pathOf("a\\b"), "a/b");
    assertEquals([files.accessOfOthers("/a/one"), files.accessOfOthers("/a")], [
      { write: true, enter: false },
      { write: false, enter: true },
    ]);
    assertEquals([files.readLink("/a/link"), files.readText("/a/one")], ["one", "1\xff"]);
    assertEquals(files.readFile("/a/one"), base.readFile("/a/one"));
  }
  layered.writeFile("/a/one", "2");
  assertEquals(layered.accessOfOthers("/a/one"), { write: false, enter: false });
});

Deno.test("files below are read by real paths, in which nobody may put a link", () => {
  const asked: unknown[] = [];
  const base = Object.assign(below(), {
    readFile: (...words: unknown[]) => (asked.push(words), new Uint8Array()),
    readText: (...words: unknown[]) => (asked.push(words), ""),
  });
  const files = new LayeredFileSystem(base);
  files.readFile("link/three");
  files.readText("again");
  assertEquals(asked, [["/b/three", true], ["/b/three", true]]);
});

Deno.test("what is written covers the file below, also through links, and leaves it alone", () => {
  const base = below();
  const files = new LayeredFileSystem(base);
  files.writeFile("link/three", "changed");
  assertEquals([files.readText("/b/three"), files.readText("again"), base.readText("/b/three")], [
    "changed",
    "changed",
    "3",
  ]);
  assertEquals([files.sameAs("/b/three"), files.sameAs("/a/one")], [undefined, base]);
});

Deno.test("new files and folders are listed beside those below", () => {
  const files = new LayeredFileSystem(below());
  files.makeDir("new/deep");
  files.writeFile("new/deep/file", "x", 0o600);
  files.writeFile("zero", new Uint8Array([0x30]));
  assertEquals(files.readDir("."), ["again", "link", "new", "one", "sub", "zero"]);
  assertEquals(files.readDir("new"), ["deep"]);
  assertEquals(files.stat("new/deep/file"), { isFile: true, isDirectory: false, mode: 0o600 });
  assertEquals(codeOf(() => files.writeFile("missing/file", "x")), "not-found");
  assertEquals(codeOf(() => files.writeFile("sub", "x")), "is-directory");
});

Deno.test("a removed folder is gone with its contents, and one of its name is empty", () => {
  const base = below();
  const files = new LayeredFileSystem(base);
  files.writeFile("sub/more", "x");
  files.remove("sub");
  assertEquals([files.stat("sub"), files.stat("sub/two"), files.readDir(".")], [undefined, undefined, [
    "again",
    "link",
    "one",
  ]]);
  files.makeDir("sub");
  assertEquals([files.readDir("sub"), files.stat("sub/two"), base.readText("sub/two")], [[], undefined, "2"]);
});

Deno.test("removing a link leaves its target, and a dangling one is nothing", () => {
  const files = new LayeredFileSystem(below());
  files.remove("link");
  assertEquals([files.stat("link"), files.readText("/b/three"), files.stat("again")], [undefined, "3", undefined]);
});

import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";
import { folderInClone } from "./folder_in_clone.ts";
import { parseRepoSpec } from "./remote/git_url.ts";

Deno.test("folderInClone() finds a folder, and tells of a web page's address where there is none", () => {
  const clone = { fileSystem: new MemoryFileSystem({ "/c/a/b/x": "" }, "/"), dir: "/c" };
  const folder = (url: string) => folderInClone(clone, parseRepoSpec(url)!, undefined);
  assertEquals(folder("https://github.com/o/r//a/b?ref=v1"), "/c/a/b");
  diagnosticOf("not-a-folder", () => folder("https://github.com/o/r//a/b/x"));
  const hint = (url: string) => diagnosticOf("not-found", () => folder(url)).hint;
  assertEquals(hint("https://github.com/o/r//a/c"), undefined);
  assertEquals(
    hint("https://github.com/o/r/tree/main/a/b"),
    "this is the address of a web page; use https://github.com/o/r//a/b?ref=main",
  );
});

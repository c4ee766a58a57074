import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { readIgnoreFile } from "./ignore_file.ts";

/** Those of the paths that are left out; a folder ends with a slash. */
function ignored(patterns: string, ...paths: string[]): string[] {
  const isIgnored = readIgnoreFile("/p", new MemoryFileSystem({ "/p/.krmignore": patterns }));
  return paths.filter((path) => isIgnored(path.replace(/\/$/, ""), path.endsWith("/")));
}

Deno.test("readIgnoreFile() matches the last steps of a path", () => {
  assertEquals(ignored("a.yaml\nd/*.yml", "a.yaml", "d/a.yaml", "d/b.yml", "e/d/b.yml", "b.yml"), [
    "a.yaml",
    "d/a.yaml",
    "d/b.yml",
    "e/d/b.yml",
  ]);
});

Deno.test("readIgnoreFile() knows anchors, folders, exceptions and comments", () => {
  assertEquals(ignored("/a.yaml", "a.yaml", "d/a.yaml"), ["a.yaml"]);
  assertEquals(ignored("d/", "d/", "d", "e/d/"), ["d/", "e/d/"]);
  assertEquals(ignored("*.yaml\n!keep.yaml\n# x.yml", "a.yaml", "keep.yaml", "x.yml", "# x.yml"), ["a.yaml"]);
  assertEquals(ignored("\\#a\r\n b ", "#a", "b"), ["#a", "b"]);
});

Deno.test("readIgnoreFile() leaves nothing out without the file", () => {
  assertEquals(readIgnoreFile("/p", new MemoryFileSystem({}))("a", false), false);
});

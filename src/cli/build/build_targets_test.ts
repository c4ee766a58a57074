import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { foundTargets, namedTargets } from "./build_targets.ts";

const FILES = new MemoryFileSystem({ "/w/a/b/x": "", "/other/c/x": "", "/w/own/x": "" }, "/w");
FILES.makeLink("/w/link", "a/b");

Deno.test("namedTargets() names files by paths from the current folder, other folders' names, or addresses", () => {
  const names = (...paths: string[]) => namedTargets(paths, FILES).map(({ file }) => file);
  assertEquals(names("a", "./a/b/", "own", "."), ["a.yaml", "a/b.yaml", "own.yaml", "w.yaml"]);
  assertEquals(names("link", "/other/c", "/"), ["a/b.yaml", "c.yaml", "root.yaml"]);
});

Deno.test("namedTargets() makes paths of addresses", () => {
  const name = (path: string) => namedTargets([path], FILES)[0]!.file;
  assertEquals(name("https://example.com/a//b?ref=v1"), "example.com/a/b_ref_v1.yaml");
  assertEquals(name("git@github.com:o/r/./../x"), "git_github.com_o/r/x.yaml");
  diagnosticOf("same-output", () => namedTargets(["a", "./a"], FILES));
});

Deno.test("foundTargets() names the root's own file after its folder, unless another has that name", () => {
  const names = (...below: string[]) =>
    foundTargets("own", below.map((one) => ({ path: one, below: one, real: `/w/own/${one}` })), FILES).map(({ file }) =>
      file
    );
  assertEquals(names(".", "a/b"), ["own.yaml", "a/b.yaml"]);
  assertEquals(names(".", "own", "own_"), ["own__.yaml", "own.yaml", "own_.yaml"]);
});

import { assertEquals } from "@std/assert";
import { joinPath } from "../text/paths.ts";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";
import { describeMissing } from "./meant_path.ts";

const FILES = new MemoryFileSystem({
  "/w/app/deploy.yaml": "",
  "/w/app/patches/replicas.yaml": "",
  "/w/app/link.yaml": "",
  "/w/base/kustomization.yaml": "",
  "/w/base/deploy.yaml": "",
  "/other/base/x": "",
  "/w/app/dangling/x": "",
}, "/w");
FILES.makeLink("/w/app/broken", "nowhere");

function hint(path: string, wanted: "file" | "folder", isArgument = false): string | undefined {
  const missing = { fileSystem: FILES, absolute: joinPath("/w/app", path), folder: "/w/app", path, wanted };
  return describeMissing(missing, isArgument).hint;
}

Deno.test("describeMissing() looks above and below for the same path", () => {
  assertEquals(hint("base", "folder"), "did you mean '../base'?");
  assertEquals(hint("../../base", "folder"), "did you mean '../base'?");
  assertEquals(hint("../deploy.yaml", "file"), "did you mean 'deploy.yaml'?");
  assertEquals(hint("..\\base", "folder"), "did you mean '../base'?");
  assertEquals(hint("patches\\replicas.yaml", "file"), "did you mean 'patches/replicas.yaml'?");
  // Not a file for a folder, nor one outside, nor the folder itself.
  assertEquals(hint("../patches", "file"), undefined);
  assertEquals(hint("base/deploy.yaml", "file"), "there is no folder 'base'");
  assertEquals(hint("app", "folder"), undefined);
});

Deno.test("describeMissing() finds the nearest name of the first part that is missing", () => {
  assertEquals(hint("patchs/replicas.yaml", "file"), "did you mean 'patches/replicas.yaml'?");
  assertEquals(hint("patches/replica.yaml", "file"), "did you mean 'patches/replicas.yaml'?");
  assertEquals(hint("deploi.yaml", "file"), "did you mean 'deploy.yaml'?");
  assertEquals(hint("none/x.yaml", "file"), "there is no folder 'none'");
  assertEquals(hint("none/x/y.yaml", "file"), "there is no folder 'none'");
  assertEquals(hint("zzzzzz", "file"), undefined);
  assertEquals(hint("broken", "file"), "it is a dangling symbolic link");
});

Deno.test("describeMissing() explains addresses and globs", () => {
  const known = "Files are loaded over http and https, and git repositories over https, http, ssh and file";
  assertEquals(hint("htps://example.com/x", "file"), `did you mean 'https://example.com/x'? ${known}`);
  assertEquals(hint("magnet://x", "file"), known);
  assertEquals(hint("github.com/a/b", "file")?.slice(0, 28), "copy the file to this folder");
  for (const pattern of ["*.yaml", "{a,b}"]) {
    assertEquals(
      hint(pattern, "file"),
      "kustomize does not expand globs: list each file; for 'resources', 'kust edit add resource' expands them",
    );
    assertEquals(hint(pattern, "file", true), "your shell expands patterns that are not in quotes");
  }
});

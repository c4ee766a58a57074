import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { foldersWithKustomization } from "./find_kustomizations.ts";

const FILES = new MemoryFileSystem({
  "/work/base/kustomization.yaml": "",
  "/work/overlays/dev/Kustomization": "",
  "/work/overlays/prod/kustomization.yml": "",
  "/work/overlays/docs/readme.md": "",
  "/work/other/x/y.yaml": "",
  "/work/.hidden/kustomization.yaml": "",
  "/work/only/node_modules/x/kustomization.yaml": "",
  "/work/only/.git/x/kustomization.yaml": "",
  "/up/kustomization.yaml": "",
}, "/work");

Deno.test("foldersWithKustomization() offers folders with a kustomization in or below them", () => {
  assertEquals(foldersWithKustomization(FILES, ""), ["base/", "overlays/"]);
  assertEquals(foldersWithKustomization(FILES, "overlays/"), ["overlays/dev/", "overlays/prod/"]);
  assertEquals(foldersWithKustomization(FILES, "overlays/d"), ["overlays/dev/"]);
  assertEquals(foldersWithKustomization(FILES, "../u"), ["../up/"]);
  assertEquals(foldersWithKustomization(FILES, "/wo"), ["/work/"]);
});

Deno.test("foldersWithKustomization() looks into six levels, and into 2000 folders", () => {
  const at = (path: string) => [path, ""] as const;
  const deep = new MemoryFileSystem(
    Object.fromEntries([at("a/2/3/4/5/6/kustomization.yaml"), at("b/2/3/4/5/6/7/kustomization.yaml")]),
  );
  assertEquals(foldersWithKustomization(deep, ""), ["a/"]);
  const wide = (count: number) => {
    const folders = Array.from({ length: count }, (_, index) => at(`a/${index}/x`));
    const files = Object.fromEntries([...folders, at("b/kustomization.yaml")]);
    return foldersWithKustomization(new MemoryFileSystem(files), "");
  };
  assertEquals([wide(1998), wide(1999)], [["b/"], []]);
});

Deno.test("foldersWithKustomization() offers hidden folders only after a typed dot", () => {
  assertEquals(foldersWithKustomization(FILES, ".h"), [".hidden/"]);
});

Deno.test("foldersWithKustomization() offers nothing below a missing folder", () => {
  assertEquals(foldersWithKustomization(FILES, "nope/x"), []);
});

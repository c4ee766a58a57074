import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { metaOf } from "./annotations.ts";
import { type PackageOptions, packagesIn, readPackage } from "./read_package.ts";

const FILES = new MemoryFileSystem({
  "/p/Krmfile": "",
  "/p/a.yaml": "kind: A\n---\nkind: B\n",
  "/p/b.json": '{"kind": "J"}',
  "/p/c.yml": "kind: C\n",
  "/p/d.txt": "kind: T\n",
  "/p/.krmignore": "ignored\n",
  "/p/ignored/e.yaml": "kind: E\n",
  "/p/sub/Krmfile": "",
  "/p/sub/f.yaml": "kind: F\n",
  "/p/plain/g.yaml": "kind: G\n",
});
FILES.makeLink("/p/link", "plain");

function kinds(path: string, options: PackageOptions = {}): string[] {
  return readPackage(path, options, FILES).map(({ root }) => metaOf(root).kind);
}

Deno.test("readPackage() reads the files with resources, in folders below too", () => {
  assertEquals(kinds("/p"), ["A", "B", "C", "G", "F"]);
  assertEquals(kinds("/p", { json: true }), ["A", "B", "J", "C", "G", "F"]);
  assertEquals(kinds("/p", { skipsPackages: true }), ["A", "B", "C", "G"]);
  assertEquals([kinds("/p/c.yml"), kinds("/p/d.txt"), kinds("/p/b.json")], [["C"], [], []]);
  diagnosticOf("not-found", () => kinds("/missing"));
  diagnosticOf("empty-path", () => kinds(""));
});

Deno.test("readPackage() marks resources with their files and places", () => {
  const marks = (options: PackageOptions) =>
    readPackage("/p/a.yaml", options, FILES).map(({ root }) => [...metaOf(root).annotations.values()]);
  assertEquals(marks({}), [["0", "a.yaml", "0", "a.yaml"], ["1", "a.yaml", "1", "a.yaml"]]);
  assertEquals(marks({ annotates: false }), [[], []]);
});

Deno.test("packagesIn() names the path as it is typed, and packages by clean paths", () => {
  assertEquals(packagesIn("/p", true, FILES), ["/p", "/p/sub"]);
  assertEquals(packagesIn("/p/", true, FILES), ["/p/", "/p", "/p/sub"]);
  assertEquals([packagesIn("/p", false, FILES), packagesIn("/p/", false, FILES)], [["/p"], ["/p/", "/p"]]);
  assertEquals(packagesIn("/p/plain", false, FILES), ["/p/plain"]);
  assertEquals(packagesIn("/p/plain/", true, FILES), ["/p/plain/"]);
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parsed } from "../testing/yaml.ts";
import { INDEX, PATH } from "./package_annotations.ts";
import type { Item } from "./pipeline.ts";
import { writePackage } from "./write_package.ts";

/** A resource with a name, and a path and index unless these are undefined. */
function item(name: string, path?: string, index?: string, kind = "ConfigMap"): Item {
  const annotations = { [PATH.present]: path, [INDEX.present]: index };
  const root = parsed(`kind: ${kind}\nmetadata:\n  name: ${name}\n  annotations: ${JSON.stringify(annotations)}\n`);
  return { root, head: "", foot: "", commentsOf: () => undefined, isDocument: true };
}

/** The names of the resources in each file of `/p` after writing. */
function written(path: string, items: Item[], before: string[] = [], files = new MemoryFileSystem({ "/p/x": "" })) {
  writePackage(path, items, new Set(before), files);
  const names = (file: string) => [...files.readText(file).matchAll(/^ {2}name: (.*)$/gm)].map(([, name]) => name);
  const all: Record<string, (string | undefined)[]> = {};
  const walk = (folder: string) => {
    for (const name of files.readDir(folder)) {
      const file = `${folder}/${name}`;
      if (files.stat(file)?.isDirectory) walk(file);
      else if (name !== "x") all[file.slice("/p/".length)] = names(file);
    }
  };
  walk("/p");
  return all;
}

Deno.test("writePackage() writes resources to their files, in the order of their indexes", () => {
  const items = [
    item("c", "a.yaml", "10"),
    item("a", "a.yaml", "-1"),
    item("d", "b/d.yaml", "0"),
    item("b", "a.yaml", "2"),
  ];
  assertEquals(written("/p", items), { "a.yaml": ["a", "b", "c"], "b/d.yaml": ["d"] });
});

Deno.test("a new resource gets a file, and an index", () => {
  const items = [
    item("b", "a.yaml"),
    item("a", "a.yaml", "1"),
    item("c", "a.yaml"),
    item("new"),
    item("last", "a.yaml", "3"),
  ];
  assertEquals(written("/p", items), { "a.yaml": ["a", "b", "last", "c"], "configmap_new.yaml": ["new"] });
  assertEquals(written("/p", [item("a", "a.yaml"), item("b", "a.yaml", "0"), item("c", "a.yaml")]), {
    "a.yaml": ["a", "b", "c"],
  });
});

Deno.test("a file without remaining resources is removed, but not beside a file that was read alone", () => {
  const files = () => new MemoryFileSystem({ "/p/old.yaml": "", "/p/a.yaml": "" });
  assertEquals(written("/p", [item("a", "a.yaml", "0")], ["old.yaml", "a.yaml"], files()), { "a.yaml": ["a"] });
  assertEquals(written("/p/a.yaml", [item("a", "a.yaml", "0")], ["old.yaml"], files()), {
    "a.yaml": ["a"],
    "old.yaml": [],
  });
});

Deno.test("nothing is written if a path is not that of a file in the folder, or an index is not a number", () => {
  const cases = [
    ["", "0", "empty-path"],
    ["/a.yaml", "0", "absolute-path"],
    ["a\0b", "0", "invalid-value"],
    ["../a.yaml", "0", "outside-root"],
    ["link/b/a.yaml", "0", "outside-root"],
    ["folder", "0", "is-a-folder"],
    ["b.yaml", "1.5", "invalid-value"],
  ] as const;
  for (const [path, index, code] of cases) {
    const files = new MemoryFileSystem({ "/p/folder/x": "", "/other/x": "" });
    files.makeLink("/p/link", "../other");
    diagnosticOf(code, () => writePackage("/p", [item("a", "a.yaml", "0"), item("b", path, index)], new Set(), files));
    assertEquals(files.stat("/p/a.yaml"), undefined, path);
  }
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { readPackage } from "../read_package.ts";
import { drawTree } from "./draw_tree.ts";
import { treeOfFolders } from "./resource_tree.ts";

Deno.test("treeOfFolders() draws folders in the nearest one above, without resources that have no kind", () => {
  const object = (name: string) => `apiVersion: v1\nkind: A\nmetadata: {name: ${name}}\n`;
  const fileSystem = new MemoryFileSystem({
    "/p/a.yaml": object("a"),
    "/p/x/y/c.yaml": object("c"),
    "/p/x/y/none.yaml": "apiVersion: v1\n",
    "/p/x/y/z/d.yaml": object("d"),
    "/p/x/b.yaml": object("b"),
    "/p/only/none.yaml": "metadata: {name: n}\n",
  });
  const items = readPackage("/p", {}, fileSystem);
  const tree = treeOfFolders(items, { root: "/p", fields: [], intoTexts: false, fileSystem });
  assertEquals(
    drawTree(tree).replaceAll("\u00a0", " "),
    `/p
├── [a.yaml]  A a
└── x
    ├── [b.yaml]  A b
    └── y
        ├── [c.yaml]  A c
        └── z
            └── [d.yaml]  A d
`,
  );
});

import { assertEquals } from "@std/assert";
import { branch, drawTree, grow } from "./draw_tree.ts";

Deno.test("drawTree() links branches, and indents the lines of a text", () => {
  const root = branch(".");
  const a = grow(root, "a");
  grow(a, "x: one\ntwo");
  grow(grow(root, "b"), "y");
  assertEquals(
    drawTree(root),
    [".", "├── a", "│   └── x: one", "│       two", "└── b", "    └── y", ""].join("\n"),
  );
});

import { assertEquals } from "@std/assert";
import { differencesOf } from "./compare_target.ts";

Deno.test("differencesOf() shows the lines from the first difference to the last, and files that only one writes", () => {
  const ours = { stdout: "a\nb\nc\nd\n", files: new Map([["both", "x\n"], ["same", "y\n"], ["ours", "o\n"]]) };
  const theirs = { stdout: "a\nB\nc\nD\nd\n", files: new Map([["theirs", "t\n"], ["same", "y\n"], ["both", "x\nz"]]) };
  assertEquals([...differencesOf(ours, theirs)], [
    { what: "stdout", line: 2, theirs: ["B", "c", "D"], ours: ["b", "c"] },
    { what: "file", name: "theirs", line: 0, theirs: ["t", ""], ours: [] },
    { what: "file", name: "both", line: 2, theirs: ["z"], ours: [""] },
    { what: "file", name: "ours", line: 0, theirs: [], ours: ["o", ""] },
  ]);
  assertEquals([...differencesOf(ours, ours)], []);
  const [repeated] = differencesOf({ ...ours, stdout: "a\na\n" }, { ...ours, stdout: "a\n" });
  assertEquals(repeated, { what: "stdout", line: 2, theirs: [], ours: ["a"] });
});

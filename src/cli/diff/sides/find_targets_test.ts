import { assertEquals } from "@std/assert";
import { FileError } from "../../../load/file_system.ts";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../../../testing/diagnostics.ts";
import { findTargets } from "./find_targets.ts";

const SIDES = [["kustomization.yaml", "a/kustomization.yml", "a/in/kustomization.yaml", "gone/kustomization.yaml"], [
  "kustomization.yaml",
  "a/kustomization.yaml",
  "a/in/kustomization.yaml",
  "b/c/Kustomization",
]].map((paths) => new MemoryFileSystem(Object.fromEntries(paths.map((path) => [path, ""])), "/p"));

function found(...roots: string[]): string[] {
  return findTargets(roots, SIDES, { leaves: false }).paths;
}

Deno.test("findTargets() finds the targets of both sides", () => {
  assertEquals(found(), [".", "a", "a/in", "b/c", "gone"]);
  assertEquals(found("a", "b"), ["a", "b/c"]);
  assertEquals(found("./gone/"), ["gone"]);
});

Deno.test("findTargets() fails for folders without targets, unless they cannot be searched", () => {
  const nothing = diagnosticOf("no-kustomization", () => findTargets([], SIDES, { include: ["none"] })).message;
  assertEquals(nothing, "there is no kustomization to compare in or below the current folder");
  const named = diagnosticOf("no-kustomization", () => findTargets(["b", "./b"], SIDES, { include: ["none"] })).message;
  assertEquals(named, "there is no kustomization to compare in or below 'b' or './b'");
  const closed = new MemoryFileSystem({ "/p/x/y": "" }, "/p");
  closed.readDir = (path) => {
    throw new FileError("permission", path, `${path}: permission denied`);
  };
  const { paths, problems } = findTargets([], [closed], {});
  assertEquals([paths, problems.map(({ message }) => message)], [[], ["cannot access '.': permission denied"]]);
  assertEquals(diagnosticOf("not-found", () => found("a", "none")).message, "there is no folder 'none'");
});

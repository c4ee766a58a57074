import { assertEquals } from "@std/assert";
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

Deno.test("findTargets() fails for folders without targets", () => {
  assertEquals(diagnosticOf("not-found", () => found("a", "none")).message, "there is no folder 'none'");
});

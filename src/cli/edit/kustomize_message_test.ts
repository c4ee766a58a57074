import { assertEquals } from "@std/assert";
import { NEWEST } from "../../compat/compat.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { EditedFile } from "../../edit/edited_file.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { kustomizeMessage } from "./kustomize_message.ts";

Deno.test("kustomizeMessage() names the source of a replacement, and other errors by kust's own message", () => {
  const text = "replacements: [{path: r.yaml}, {source: {kind: A, name: b, fieldPath: c.d}, targets: [{}]}]\n";
  const file = new EditedFile(new Source("kustomization.yaml", text), NEWEST);
  const told = (code: Diagnostic["code"], id?: string) =>
    kustomizeMessage({ code, message: "own", id }, file, new MemoryFileSystem());
  const id = "A.[noVer].[noGrp]/b.[noNs]";
  assertEquals(told("no-source", id), `nothing selected by ${id}:c.d`);
  assertEquals(told("ambiguous-source", "other"), "multiple matches for selector other");
  const own = ["no-source", "ambiguous-source", "no-match", "invalid-replacement", "file-error"] as const;
  assertEquals(own.map((code) => told(code)), own.map(() => "own"));
});

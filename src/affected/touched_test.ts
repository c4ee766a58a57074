import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import type { PathKind } from "../reads/read.ts";
import { ChangeSet } from "./change_set.ts";
import { touchedBy } from "./touched.ts";
import { isTransient } from "./transient.ts";

const KINDS: readonly PathKind[] = ["file", "listing", "tree", "link", "found", "missing"];

/** For each kind of read, the path that touches it. */
function touched(
  path: string,
  changed: string[],
  before: Record<string, string> | undefined,
  after: Record<string, string>,
) {
  const files = before && new MemoryFileSystem(before);
  const changes = new ChangeSet({ changed, before: files }, new MemoryFileSystem(after));
  return Object.fromEntries(KINDS.map((kind) => [kind, touchedBy({ kind, path, askedBy: [] }, changes)]));
}

function all(path: string | undefined, others: Partial<Record<PathKind, string | undefined>> = {}) {
  return { ...Object.fromEntries(KINDS.map((kind) => [kind, path])), ...others };
}

Deno.test("touchedBy() tells the changed path by which a read may have another result", () => {
  const same = { "/a/x": "1", "/b/y": "1" };
  assertEquals(touched("/a/x", ["/b/y"], same, same), all(undefined));
  // Content, and only the mode or the index.
  assertEquals(touched("/a/x", ["/a/x"], same, { "/a/x": "2" }), all("/a/x", { found: undefined, missing: undefined }));
  assertEquals(
    touched("/a/x", ["/a/x"], same, same),
    all("/a/x", { file: undefined, found: undefined, missing: undefined }),
  );
  // A folder that became a file.
  assertEquals(touched("/a/x", ["/a"], same, { "/a": "1" }), all("/a"));
  // Unknown without the files before.
  assertEquals(touched("/a/x", ["/a/x"], undefined, same), all("/a/x"));
});

Deno.test("touchedBy() tells what changed below a folder", () => {
  const same = { "/a/x": "1" };
  const unseen = { listing: undefined, found: undefined, missing: undefined };
  assertEquals(touched("/a", ["/a/x"], same, { "/a/x": "2" }), all("/a/x", unseen));
  assertEquals(touched("/a", ["/a/y"], same, { ...same, "/a/y": "" }), all("/a/y", { ...unseen, listing: "/a/y" }));
  assertEquals(touched("/a", ["/a/x"], {}, same), all("/a/x"));
  assertEquals(touched("/a", ["/a/x"], undefined, same), all("/a/x", { found: undefined }));
});

Deno.test("isTransient() knows the errors that do not come from the files", () => {
  const error = (code: "http-failed" | "not-found") => isTransient({ code, message: "m" });
  assertEquals([error("http-failed"), error("not-found"), isTransient(undefined)], [true, false, false]);
});

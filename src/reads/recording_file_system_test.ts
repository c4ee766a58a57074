import { assertEquals, assertThrows } from "@std/assert";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MAX_LINKS } from "../load/file_systems/walk_path.ts";
import { RecordingFileSystem } from "./recording_file_system.ts";

function recording(): { files: RecordingFileSystem; inner: MemoryFileSystem; seen: string[] } {
  const inner = new MemoryFileSystem({ "/a/file": "text", "/b/kustomization.yaml": "" });
  inner.makeLink("/a/link", "../b");
  const seen: string[] = [];
  const path = (kind: string, at: string) => void seen.push(`${kind} ${at}`);
  const files = new RecordingFileSystem(inner, { path, wrote: (at) => seen.push(`wrote ${at}`) });
  return { files, inner, seen };
}

/** What one access records. */
function recorded(access: (files: RecordingFileSystem) => unknown): string[] {
  const { files, seen } = recording();
  access(files);
  return seen;
}

Deno.test("a recording file system records reads, and the links on the way", () => {
  assertEquals(recorded((files) => files.readText("/a/file")), ["file /a/file"]);
  assertEquals(recorded((files) => files.readFile("/a/link/kustomization.yaml")), [
    "link /a/link",
    "file /b/kustomization.yaml",
  ]);
  assertEquals(recorded((files) => files.readDir("/a/link")), ["link /a/link", "listing /b"]);
});

Deno.test("a recording file system takes no notice of empty steps and dots, also at the end of a path", () => {
  const expected = ["link /a/link", "file /b/kustomization.yaml"];
  for (
    const path of [
      "/a//link/kustomization.yaml",
      "/a/./link/./kustomization.yaml",
      "/a/../a/link/../b/kustomization.yaml",
    ]
  ) {
    assertEquals(recorded((files) => files.readFile(path)), expected, path);
  }
  for (const path of ["/a/link", "/a/link/", "/a/link/."]) {
    assertEquals(recorded((files) => files.isLink(path))[0], "link /a/link", path);
  }
});

Deno.test("a recording file system follows as many links as the files do", () => {
  const lastRead = (count: number): string | undefined => {
    const { files, inner, seen } = recording();
    const target = (index: number) => index < count ? `/link-${index}` : "/a/file";
    for (let index = 0; index < count; index++) inner.makeLink(target(index), target(index + 1));
    try {
      files.readText(target(0));
    } catch (error) {
      assertEquals(error instanceof FileError && error.code, "other");
    }
    return seen.at(-1);
  };
  assertEquals([lastRead(MAX_LINKS), lastRead(MAX_LINKS + 1)], ["file /a/file", `found /link-${MAX_LINKS}`]);
});

Deno.test("a recording file system records what was looked for, found or not", () => {
  assertEquals(recorded((files) => files.stat("/a/file")), ["found /a/file"]);
  assertEquals(recorded((files) => files.stat("/a/none")), ["missing /a/none"]);
  assertEquals(recorded((files) => files.realPath("/a/link")), ["link /a/link", "found /b"]);
  assertEquals(recorded((files) => files.isLink("/a/link")), ["link /a/link"]);
  assertEquals(recorded((files) => files.isLink("/a/file")), ["found /a/file"]);
  assertEquals(recorded((files) => files.isLink("/a/none")), ["missing /a/none"]);
  assertEquals(recorded((files) => files.readLink("/a/link")), ["link /a/link"]);
});

Deno.test("a recording file system passes on errors, and records what is missing", () => {
  assertEquals(recorded((files) => assertThrows(() => files.readText("/a/none"), FileError)), ["missing /a/none"]);
  assertEquals(recorded((files) => assertThrows(() => files.readText("/a"), FileError)), ["found /a"]);
});

Deno.test("a recording file system records writes", () => {
  assertEquals(recorded((files) => files.writeFile("/a/new", "")), ["wrote /a/new"]);
  assertEquals(recorded((files) => files.replaceFile("/a/file", "")), ["wrote /a/file"]);
});

import { assertEquals, assertThrows } from "@std/assert";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { RecordingFileSystem } from "./recording_file_system.ts";

function recording(): { files: RecordingFileSystem; seen: string[] } {
  const files = new MemoryFileSystem({ "/a/file": "text", "/b/kustomization.yaml": "" });
  files.makeLink("/a/link", "../b");
  const seen: string[] = [];
  const path = (kind: string, at: string) => void seen.push(`${kind} ${at}`);
  return { files: new RecordingFileSystem(files, { path, wrote: (at) => seen.push(`wrote ${at}`) }), seen };
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

import { assertEquals, assertThrows } from "@std/assert";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { SeenFiles } from "./seen_files.ts";

function files(): MemoryFileSystem {
  const made = new MemoryFileSystem({ "/w/a/x": "1", "/w/a/y": "1", "/w/b/z": "1", "/w/t/u/v": "1" }, "/w");
  made.makeLink("/w/t/link", "../b");
  return made;
}

Deno.test("SeenFiles tells the paths whose answers have changed, once", () => {
  const disk = files();
  const seen = new SeenFiles(disk);
  seen.readText("a/x");
  seen.stat("/w/a/gone");
  seen.readDir("/w/b");
  assertThrows(() => seen.readText("/w/none/x"), FileError);
  assertEquals(seen.changed(), []);
  disk.writeFile("/w/a/y", "2");
  assertEquals(seen.changed(), []);
  disk.writeFile("/w/a/x", "2");
  assertEquals([seen.changed(), seen.changed()], [["/w/a/x"], []]);
  disk.writeFile("/w/a/gone", "");
  disk.writeFile("/w/b/new", "");
  disk.remove("/w/b/z");
  assertEquals(seen.changed().sort(), ["/w/a/gone", "/w/b/new", "/w/b/z"]);
  disk.makeDir("/w/none");
  disk.writeFile("/w/none/x", "");
  assertEquals(seen.changed(), ["/w/none/x"]);
  disk.remove("/w/b");
  assertEquals(seen.changed(), ["/w/b"]);
});

Deno.test("SeenFiles watches folders, or the nearest that exist, and can check only some", () => {
  const disk = files();
  const seen = new SeenFiles(disk);
  seen.readText("/w/a/x");
  seen.readDir("/w/b");
  seen.stat("/w/none/deep/x");
  assertEquals(seen.folders().sort(), ["/w", "/w/a", "/w/b"]);
  disk.writeFile("/w/a/x", "2");
  disk.writeFile("/w/b/new", "");
  assertEquals(seen.changed(new Set(["/w/b"])), ["/w/b/new"]);
  assertEquals(seen.changed(new Set(["/w/a"])), ["/w/a/x"]);
});

Deno.test("SeenFiles sees a folder with all that is in it, but not behind links", () => {
  const disk = files();
  const seen = new SeenFiles(disk);
  seen.seeTree("/w/t");
  seen.seeTree("/w/nowhere");
  disk.writeFile("/w/b/z", "2");
  assertEquals(seen.changed(), []);
  disk.writeFile("/w/t/u/v", "2");
  assertEquals(seen.changed(), ["/w/t/u/v"]);
  disk.writeFile("/w/t/u/w", "");
  assertEquals(seen.changed(), ["/w/t/u/w"]);
});

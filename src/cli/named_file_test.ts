import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { readNamed } from "./named_file.ts";

Deno.test("a named file that cannot be read is told as such, with the nearest name", () => {
  const host = new MemoryHost(new MemoryFileSystem({ "/w/changed.txt": "a\n", "/w/sub/x": "" }, "/w"));
  assertEquals(readNamed("changed.txt", host).text, "a\n");
  const { message, hint } = diagnosticOf("not-found", () => readNamed("chnged.txt", host));
  assertEquals([message, hint], ["'chnged.txt' does not exist", "did you mean 'changed.txt'?"]);
  assertEquals(diagnosticOf("is-a-folder", () => readNamed("sub", host)).message, "'sub' is a folder, not a file");
});

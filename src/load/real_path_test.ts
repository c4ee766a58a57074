import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";
import { realPathOfName } from "./real_path.ts";

Deno.test("realPathOfName() follows links to folders, but not the last step, and keeps what does not exist", () => {
  const files = new MemoryFileSystem({ "/w/real/file": "", "/w/x": "" }, "/w");
  files.makeLink("/w/link", "real");
  files.makeLink("/w/real/last", "file");
  files.makeLink("/w/root", "/");
  const cases = [
    ["/", "/"],
    ["/w", "/w"],
    ["/w/link/file", "/w/real/file"],
    ["/w/link/last", "/w/real/last"],
    ["/w/link/no/such", "/w/real/no/such"],
    ["/no/such", "/no/such"],
    ["/w/root/a", "/a"],
  ] as const;
  for (const [path, real] of cases) assertEquals(realPathOfName(path, files), real, path);
});

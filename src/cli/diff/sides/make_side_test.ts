import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { manifestsSide } from "./make_side.ts";

Deno.test("manifestsSide() has the resources of a file, which is read, or of standard input", async () => {
  const text = "apiVersion: v1\nkind: Thing\nmetadata: {name: NAME}\n";
  const host = new MemoryHost(new MemoryFileSystem({ "/p/r.yaml": text.replace("NAME", "file") }, "/p"));
  host.stdin = new TextEncoder().encode(text.replace("NAME", "input"));
  const built = async (path: string) => {
    const { resources, reads } = await manifestsSide(path, host).build();
    return [resources.map(({ name }) => name), reads];
  };
  assertEquals(await built("r.yaml"), [["file"], [{ kind: "file", path: "/p/r.yaml", askedBy: [] }]]);
  assertEquals(await built("-"), [["input"], []]);
});

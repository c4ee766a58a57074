import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { type Access, telling } from "../../testing/telling_file_system.ts";
import { MAX_ADDED_NODES } from "../../yaml/value/growth.ts";
import { build } from "../build.ts";
import { SharedReads } from "./shared_reads.ts";

Deno.test("builds that share reads look for a base and its files once in total", async () => {
  const files = new MemoryFileSystem({
    "/a/kustomization.yaml": "resources: [../base]\n",
    "/b/kustomization.yaml": "namePrefix: b-\nresources: [../base]\n",
    "/base/kustomization.yaml": "resources: [map.yaml]\n",
    "/base/map.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\n",
  });
  let accesses: Access[] = [];
  const told = telling(files, (access) => accesses.push(access));
  const shared = new SharedReads();
  const accessesOfBase = async (target: string) => {
    accesses = [];
    const { resources, errors } = await build(told, target, { shared });
    assertEquals([resources.length, errors], [1, []]);
    return accesses.filter(({ path }) => path.startsWith("/base"));
  };
  assertEquals((await accessesOfBase("/a")).length > 5, true);
  // Not even whether a link has taken the place of a file: what was read from the file at that path is used.
  assertEquals(await accessesOfBase("/b"), []);
});

Deno.test("forgetBeyond() forgets everything if there is more text, and nothing otherwise", async () => {
  const shared = new SharedReads();
  const text = "namePrefix: a-\n";
  await build(new MemoryFileSystem({ "/a/kustomization.yaml": text }), "/a", { shared });
  assertEquals([shared.forgetBeyond(text.length), shared.files.size], [false, 1]);
  assertEquals([shared.forgetBeyond(text.length - 1), shared.files.size], [true, 0]);
});

Deno.test("what aliases add is limited for each build, not for all that share reads", async () => {
  const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {x: &x y, z: *x}\n`;
  const files = new MemoryFileSystem({
    "/a/kustomization.yaml": "resources: [map.yaml]\n",
    "/a/map.yaml": map("a"),
    "/b/kustomization.yaml": "resources: [map.yaml]\n",
    "/b/map.yaml": map("b"),
  });
  const shared = new SharedReads();
  assertEquals((await build(files, "/a", { shared })).errors, []);
  const { growth } = shared.files.get(files)!;
  assertEquals(growth.nodes > 0, true);
  Object.assign(growth, { nodes: MAX_ADDED_NODES, composed: 2 ** 27, patternSteps: 10 ** 9 });
  assertEquals((await build(files, "/b", { shared })).errors, []);
  assertEquals(growth, { nodes: 1, characters: 1, composed: 0, patternSteps: 0 });
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { strictBuild } from "./strict.ts";

Deno.test("strictBuild() has the settings of the folder that it builds", async () => {
  const errors = async (settings: string) => {
    const files = { "app/kustomization.yaml": "crds: [c.json, c.json]\n", "app/c.json": "{}", [settings]: OFF };
    return (await strictBuild(new MemoryFileSystem(files, "/p"), "app")).errors.map(({ code }) => code);
  };
  assertEquals(await errors("app/.kust.yaml"), []);
  assertEquals(await errors(".kust.yaml"), []);
  assertEquals(await errors("other/.kust.yaml"), ["duplicate-path"]);
});

const OFF = "lint: {levels: {duplicate-path: off}}\n";

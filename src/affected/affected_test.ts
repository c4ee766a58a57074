import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { affectedTargets } from "./affected.ts";

const MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n";

const BEFORE = {
  "/p/base/kustomization.yaml": "resources: [map.yaml]\n",
  "/p/base/map.yaml": MAP,
  "/p/prod/kustomization.yaml": "resources: [../base]\nnamePrefix: p-\n",
  "/p/other/kustomization.yaml": "configMapGenerator: [{name: a}]\n",
  "/p/gone/kustomization.yaml": "namePrefix: g-\n",
};

const { "/p/gone/kustomization.yaml": _, ...LEFT } = BEFORE;
const AFTER = {
  ...LEFT,
  "/p/base/map.yaml": `${MAP}data: {a: b}\n`,
  "/p/new/kustomization.yaml": "namePrefix: n-\n",
  "/p/gone/folder/x": "",
};

const CHANGED = ["/p/base/map.yaml", "/p/gone/kustomization.yaml", "/p/new/kustomization.yaml"];

/** The affected targets, with the fields from each cause to the target. */
async function affected(changed: string[], roots = ["/p"], before?: Record<string, string>): Promise<string[]> {
  const after = new MemoryFileSystem(AFTER, "/p");
  const changes = { changed, before: before && new MemoryFileSystem(before, "/p") };
  const { targets } = await affectedTargets(after, roots, changes);
  return targets.map(({ path, state, causes }) =>
    [path, state, ...causes.map((cause) => `${cause.path} ${cause.chain.map(({ field }) => field).join(" ")}`)].join(
      ", ",
    )
  );
}

const BASE = "/p/base, changed, /p/base/map.yaml /resources/0";
const PROD = "/p/prod, changed, /p/base/map.yaml /resources/0 /resources/0";

Deno.test("targets that read what changed are affected, with the fields that led there", async () => {
  assertEquals(await affected(["/p/base/map.yaml"]), [BASE, PROD]);
  assertEquals(await affected(["/p/base/map.yaml"], ["/p/prod"]), [PROD]);
  assertEquals(await affected(["/p/none.yaml"]), []);
});

Deno.test("targets that are new or gone are affected, by the files before or by their names", async () => {
  const roots = ["/p", "/p/base"];
  assertEquals(await affected(CHANGED, roots, BEFORE), [
    BASE,
    "/p/gone, removed",
    "/p/new, added, /p/new/kustomization.yaml ",
    PROD,
  ]);
  assertEquals(await affected(CHANGED), [
    BASE,
    "/p/gone, removed",
    "/p/new, changed, /p/new/kustomization.yaml ",
    PROD,
  ]);
  assertEquals(await affected(["/p/gone/kustomization.yaml"], ["."]), ["gone, removed"]);
  assertEquals(await affected(["/p/gone/kustomization.yaml"], ["base"]), []);
});

Deno.test("a target that fails is affected if a change concerns it, or the failure may pass", async () => {
  const files = new MemoryFileSystem({
    "/p/kustomization.yaml": "resources: [missing.yaml, 'https://x.org/a.yaml']\n",
  });
  const { targets, count } = await affectedTargets(files, ["/p"], { changed: ["/p/missing.yaml"] });
  assertEquals([targets.map(({ error }) => error?.code), count], [["not-found"], 1]);
  assertEquals((await affectedTargets(files, ["/p"], { changed: ["/q/x"] })).targets, []);
});

Deno.test("a folder of which one kustomization goes is not gone if another is left", async () => {
  const files = new MemoryFileSystem({ "/p/part/kustomization.yaml": "kind: Component\n" });
  assertEquals((await affectedTargets(files, ["/p"], { changed: ["/p/part/kustomization.yml"] })).targets, []);
});

Deno.test("the choice of targets counts on both sides", async () => {
  const pathsOf = async (noIgnore: boolean) => {
    const before = new MemoryFileSystem({
      "/p/.gitignore": "off\n",
      "/p/off/kustomization.yaml": "namePrefix: a-\n",
      "/p/off/gone/kustomization.yaml": "namePrefix: a-\n",
    });
    const after = new MemoryFileSystem({
      "/p/.gitignore": "off\n",
      "/p/off/kustomization.yaml": "namePrefix: b-\n",
    });
    const changes = { changed: ["/p/off/kustomization.yaml", "/p/off/gone/kustomization.yaml"], before };
    const { targets } = await affectedTargets(after, ["/p"], changes, { choice: { noIgnore } });
    return targets.map(({ path, state }) => `${path} ${state}`);
  };
  assertEquals(await pathsOf(false), []);
  assertEquals(await pathsOf(true), ["/p/off changed", "/p/off/gone removed"]);
});

Deno.test("a root must be a folder, now or before", async () => {
  const codeOf = async (root: string, before?: Record<string, string>) => {
    const { diagnostic }: KustError = await assertRejects(() => affected(CHANGED, [root], before), KustError);
    return diagnostic.code;
  };
  assertEquals(await codeOf("/p/none"), "not-found");
  assertEquals(await codeOf("/p/none", BEFORE), "not-found");
  assertEquals(await codeOf("/p/base/map.yaml"), "not-a-folder");
  const old = { "/p/old/kustomization.yaml": "namePrefix: o-\n" };
  assertEquals(await affected(["/p/old/kustomization.yaml"], ["/p/old"], old), ["/p/old, removed"]);
});

Deno.test("what a file system throws is an error of kust", async () => {
  const files = new MemoryFileSystem(AFTER, "/p");
  files.realPath = (path) => {
    throw new FileError("permission", path, "denied");
  };
  const { diagnostic }: KustError = await assertRejects(
    () => affectedTargets(files, ["/p"], { changed: [] }),
    KustError,
  );
  assertEquals([diagnostic.code, diagnostic.message], ["file-error", "cannot access '/p': denied"]);
});

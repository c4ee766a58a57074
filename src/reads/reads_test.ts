import { assertEquals, assertThrows } from "@std/assert";
import { fail, KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build } from "../pipeline/build.ts";
import { isPathRead } from "./read.ts";
import { Recorder } from "./recorder.ts";

Deno.test("the reads of a build have the most detailed kind for each path, and the fields that asked", async () => {
  const files = new MemoryFileSystem({
    "/w/app/kustomization.yaml": "resources: [../base, r.yaml, link.yaml]\npatches: [{path: r2.yaml}]\n",
    "/w/app/r.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    "/w/app/r2.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n",
    "/w/app/real.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n",
    "/w/base/kustomization.yml": "namePrefix: x-\n",
  }, "/w");
  files.makeLink("/w/app/link.yaml", "real.yaml");
  const { reads = [], errors } = await build(files, "app", { reads: true });
  assertEquals(errors, []);
  const told = reads.filter(isPathRead).map(({ kind, path, askedBy }) =>
    `${kind} ${path} ${askedBy.map(({ field }) => field).join()}`
  );
  assertEquals(told.sort(), [
    "file /w/app/kustomization.yaml ",
    "file /w/app/r.yaml /resources/1",
    "file /w/app/r2.yaml /patches/0/path",
    "file /w/app/real.yaml /resources/2",
    "file /w/base/kustomization.yml /resources/0",
    "found /w/app ",
    "found /w/base /resources/0",
    "link /w/app/link.yaml /resources/2",
    "missing /w/app/Kustomization ",
    "missing /w/app/kustomization.yml ",
    "missing /w/base/Kustomization /resources/0",
    "missing /w/base/kustomization.yaml /resources/0",
  ]);
});

Deno.test("a recorder tells who asks, until the work is done", async () => {
  const files = new MemoryFileSystem();
  const source = new Source("k.yaml", "a: b\nc: d\n");
  const recorder = new Recorder(files, new Map());
  const at = (offset: number) => ({ source, offset });
  recorder.asking(at(3), () => {
    recorder.path("file", "/one");
    recorder.asking(undefined, () => recorder.path("file", "/two"));
    recorder.asking(at(8), () => recorder.path("file", "/two"));
  });
  recorder.path("file", "/three");
  const slow = recorder.asking(at(8), async () => {
    await Promise.resolve();
    recorder.path("file", "/four");
  });
  await slow;
  recorder.path("file", "/five");
  assertThrows(() => recorder.asking(at(3), () => fail("not-found", "x")), KustError);
  recorder.path("file", "/six");
  const told = (await recorder.reads()).map((read) => {
    return `${isPathRead(read) ? read.path : ""} ${read.askedBy.map(({ place }) => place.offset).join()}`;
  });
  assertEquals(told, ["/five ", "/four 8", "/one 3", "/six ", "/three ", "/two 3,8"]);
});

Deno.test("a base that two others share is read for both", async () => {
  const files = new MemoryFileSystem({
    "/w/app/kustomization.yaml": "resources: [../a, ../b]\n",
    "/w/a/kustomization.yaml": "resources: [../base]\nnamePrefix: a-\n",
    "/w/b/kustomization.yaml": "resources: [../base]\nnamePrefix: b-\n",
    "/w/base/kustomization.yaml": "resources: [r.yaml]\n",
    "/w/base/r.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
  }, "/w");
  const { reads = [] } = await build(files, "app", { reads: true });
  const shared = reads.filter(isPathRead).filter(({ path }) => path.startsWith("/w/base"));
  assertEquals(
    shared.map(({ kind, path, askedBy }) => `${kind} ${path} ${askedBy.map(({ place }) => place.source.name).join()}`),
    [
      "found /w/base a/kustomization.yaml,b/kustomization.yaml",
      "missing /w/base/Kustomization a/kustomization.yaml,b/kustomization.yaml",
      "file /w/base/kustomization.yaml a/kustomization.yaml,b/kustomization.yaml",
      "missing /w/base/kustomization.yml a/kustomization.yaml,b/kustomization.yaml",
      "file /w/base/r.yaml base/kustomization.yaml",
    ],
  );
});

Deno.test("isPathRead() accepts what is on the disk", () => {
  const path = { path: "/a", askedBy: [] };
  assertEquals(isPathRead({ kind: "file", ...path }), true);
  assertEquals(isPathRead({ kind: "http", url: "u", askedBy: [] }), false);
  assertEquals(isPathRead({ kind: "repository", url: "u", ref: "", ...path }), false);
  assertEquals(isPathRead({ kind: "chart", name: "c", version: "", repo: "", ...path }), false);
  assertEquals(isPathRead({ kind: "program", ...path }), false);
});

Deno.test("a base that adds nothing is read for all that name it, though it is built once", async () => {
  const files = new MemoryFileSystem({
    "/w/app/kustomization.yaml": "resources: [../a, ../b]\n",
    "/w/a/kustomization.yaml": "resources: [../base]\n",
    "/w/b/kustomization.yaml": "resources: [../base]\n",
    "/w/base/kustomization.yaml": "resources: []\n",
  }, "/w");
  const { reads = [], errors } = await build(files, "app", { reads: true });
  const [base] = reads.filter(isPathRead).filter(({ path }) => path === "/w/base/kustomization.yaml");
  assertEquals([errors, base?.askedBy.map(({ place }) => place.source.name)], [
    [],
    ["a/kustomization.yaml", "b/kustomization.yaml"],
  ]);
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

Deno.test("lint --fix still reports what it cannot fix, also in files that it has fixed", async () => {
  const host = new MemoryHost(
    new MemoryFileSystem({
      "/w/kustomization.yaml": "bases: [base]\nimages: [{name: none, newTag: v1}]\n",
      "/w/base/kustomization.yaml": "resources: [a.yaml]\nimages: [{name: none, newTag: v1}]\n",
      "/w/base/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    }, "/w"),
  );
  assertEquals(await run(["lint", "--fix", "--format", "json"], host), 1);
  const { results } = JSON.parse(host.stdout);
  const left = results.map(({ code, place }: { code: string; place: { file: string } }) => `${code} ${place.file}`);
  assertEquals(left, ["unused-image base/kustomization.yaml", "unused-image kustomization.yaml"]);
  assertEquals(host.stderr, "fixed kustomization.yaml\n");
});

Deno.test("lint --fix gives the places of what is left in the new file", async () => {
  const host = new MemoryHost(
    new MemoryFileSystem({
      "/w/kustomization.yaml": "commonLabels: {a: b}\nimages: [{name: none, newTag: v1}]\nresources: [a.yaml]\n",
      "/w/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    }, "/w"),
  );
  assertEquals(await run(["lint", "--fix", "--format", "json"], host), 1);
  assertEquals(host.fs.readText("/w/kustomization.yaml").split("\n")[3], "images: [{name: none, newTag: v1}]");
  const { results } = JSON.parse(host.stdout);
  const left = results.map(({ code, place }: { code: string; place: { line: number } }) => `${code} ${place.line}`);
  assertEquals(left, ["label-in-selector 2", "unused-image 4"]);
});

import { assertEquals } from "@std/assert";
import type { HelmChart } from "../../kustomization/types.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import type { Loader } from "../../load/loader.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { checkConfiguration, checkLinks } from "./safety.ts";

const CHART = { name: "c" } as HelmChart;

/** The loader of a root in a clone of a repository, or of one that is in none. */
function loaderOf(fileSystem: MemoryFileSystem, clone?: string): Loader {
  const containingRepo = clone && { clone: { dir: clone }, spec: { raw: "https://u:secret@example.com/r" } };
  return { files: { fileSystem }, root: "/clone/app", containingRepo } as unknown as Loader;
}

/** A chart in a clone, with links by their names. */
function chart(links: Record<string, string>): MemoryFileSystem {
  const files = new MemoryFileSystem({ "/clone/app/c/templates/a.yaml": "", "/clone/b/x": "", "/etc/passwd": "" });
  for (const [name, target] of Object.entries(links)) files.makeLink(`/clone/app/${name}`, target);
  return files;
}

Deno.test("checkLinks() refuses links of a chart to outside of the clone, to nothing, and around itself", () => {
  const message = (links: Record<string, string>, folder = "/clone/app/c") =>
    diagnosticOf("outside-root", () => checkLinks(folder, CHART, loaderOf(chart(links), "/clone"))).message;
  const of = "outside of 'https://u:***@example.com/r'";
  const has = (path: string) => `security: the chart 'c' has '${path}', which is ${of}`;
  assertEquals(message({ "c/p": "/etc/passwd" }), has("p"));
  assertEquals(message({ "c/templates/p": "/etc" }), has("templates/p"));
  assertEquals(message({ "c/p": "/clone/none" }), has("p"));
  assertEquals(message({ "c/templates/p": "/clone/app/c" }), has("templates/p"));
  assertEquals(message({ "d": "/etc" }, "/clone/app/d"), `security: the chart 'c' is ${of}`);
  for (const links of [{}, { "c/p": "/clone/b/x" }, { "c/p": "/clone/b" }, { "c/p": "/clone/app/c/templates" }]) {
    checkLinks("/clone/app/c", CHART, loaderOf(chart(links), "/clone"));
  }
  checkLinks("/clone/app/c", CHART, loaderOf(chart({ "c/p": "/etc" })));
});

Deno.test("checkConfiguration() refuses what configures helm in the root, or in its clone", () => {
  const files = new MemoryFileSystem({
    "/clone/app/helm/registry.json": "",
    "/clone/app/cached/cache/x": "",
    "/clone/shared/plugins/x": "",
    "/home/plugins/x": "",
  }, "/clone/app");
  const check = (folder: string, clone?: string) => checkConfiguration(folder, CHART, loaderOf(files, clone));
  for (const folder of ["helm", "/clone/app/helm"]) {
    const { message, notes } = diagnosticOf("unsafe-configuration", () => check(folder));
    assertEquals([message.includes(`'${folder}'`), notes?.[0]?.message], [true, "it contains 'registry.json'"]);
  }
  diagnosticOf("unsafe-configuration", () => check("/clone/shared", "/clone"));
  for (const folder of ["none", "cached", "/home", "/clone/shared"]) check(folder);
  check("/home", "/clone");
});

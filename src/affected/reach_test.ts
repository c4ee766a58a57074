import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { ChangeSet } from "./change_set.ts";
import { Reaches } from "./reach.ts";

/** Whether a change of each path may concern the build of `/app`. */
function concerned(kustomization: string, paths: readonly string[], files: Record<string, string> = {}): boolean[] {
  const all = new MemoryFileSystem({ "/app/kustomization.yaml": kustomization, ...files });
  return paths.map((path) => new Reaches(all).mayConcern("/app", new ChangeSet({ changed: [path] }, all)));
}

Deno.test("a build reaches its folder, the files that it names, and folders around and in these", () => {
  const files = { "/lib/r.yaml": "", "/lib/other.yaml": "", "/data/x": "" };
  const text = "resources: [../lib/r.yaml]\nconfigMapGenerator: [{name: a, files: [k=../data/x]}]\n";
  const paths = [
    "/app",
    "/app/kustomization.yaml",
    "/app/any",
    "/lib/r.yaml",
    "/lib",
    "/data/x",
    "/lib/other.yaml",
    "/else",
  ];
  assertEquals(concerned(text, paths, files), [true, true, true, true, true, true, false, false]);
});

Deno.test("a build reaches what its bases name", () => {
  const files = { "/base/kustomization.yaml": "patches: [{path: ../p.yaml}]\n", "/p.yaml": "" };
  const paths = ["/base/kustomization.yaml", "/base/any", "/p.yaml", "/q.yaml"];
  assertEquals(concerned("resources: [../base]\n", paths, files), [true, true, true, false]);
});

Deno.test("a build reaches files of each kind of patch", () => {
  const files = { "/merge.yaml": "", "/json.yaml": "", "/[odd]": "" };
  const text =
    "patchesStrategicMerge: [../merge.yaml]\npatchesJson6902: [{path: ../json.yaml}]\nresources: ['[odd]']\n";
  assertEquals(concerned(text, ["/merge.yaml", "/json.yaml"], { ...files, "/app/[odd]": "" }), [true, true]);
});

Deno.test("texts that are inline, and remote sources, are no paths", () => {
  const patches = "patchesStrategicMerge: ['{kind: A}', \"kind: A\\nb: c\\n\"]\nopenapi: {path: ''}\n";
  const remote = "resources: ['https://github.com/a/b?ref=c', 'https://a/b.yaml']\n";
  assertEquals(concerned(patches + remote, ["/app/x", "/else"]), [true, false]);
});

Deno.test("a build may reach anything if it has plugins, or names what is not there, or cannot be read", () => {
  for (
    const text of [
      "generators: []\n",
      "resources: [missing.yaml]\n",
      "helmCharts: [{name: a}]\n",
      "HelmCharts: [{name: a}]\n",
      "<<: {transformers: []}\n",
      "a: [\n",
      "- a\n",
      "",
    ]
  ) {
    assertEquals(concerned(text, ["/else"]), [true], text);
  }
  for (const text of ["namePrefix: a-\n", "namePrefix: a-\nnamePrefix: b-\n"]) {
    assertEquals(concerned(text, ["/else"]), [false], text);
  }
});

Deno.test("a build reaches the links on its way", () => {
  const files = new MemoryFileSystem({ "/app/kustomization.yaml": "resources: [l/r.yaml]\n", "/real/r.yaml": "" });
  files.makeLink("/app/l", "../link");
  files.makeLink("/link", "real");
  const reaches = new Reaches(files);
  const concerns = (path: string) => reaches.mayConcern("/app", new ChangeSet({ changed: [path] }, files));
  assertEquals(["/link", "/real/r.yaml", "/real/x"].map(concerns), [true, true, false]);
});

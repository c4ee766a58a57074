import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import type { RemoteSources } from "../load/remote/remote.ts";
import { localize, type LocalizeOptions } from "./localize.ts";

const POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod\n";

/** In-memory repositories and http files, by URL. */
function remoteOf(
  repositories: Record<string, Record<string, string>>,
  files: Record<string, string> = {},
): RemoteSources {
  return {
    clone: (spec) =>
      Promise.resolve({ fileSystem: new MemoryFileSystem(repositories[spec.cloneUrl], "/clone"), dir: "/clone" }),
    fetch: (url) => Promise.resolve(new TextEncoder().encode(files[url])),
  };
}

/** All texts below a folder. */
function textsBelow(files: MemoryFileSystem, folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const name of files.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (!files.stat(path)?.isDirectory) texts[path] = files.readText(path);
    else Object.assign(texts, textsBelow(files, path));
  }
  return texts;
}

async function localized(
  tree: Record<string, string>,
  target: string,
  options: LocalizeOptions,
): Promise<Record<string, string>> {
  const files = new MemoryFileSystem(tree, "/work");
  return textsBelow(files, await localize(files, target, options));
}

/** Tries to localize. Returns the code and the place of the error; the destination must not exist afterwards. */
async function refused(tree: Record<string, string>, target: string, options: LocalizeOptions = {}): Promise<string[]> {
  const files = new MemoryFileSystem(tree, "/work");
  const before = textsBelow(files, "/work");
  const { diagnostic }: KustError = await assertRejects(() => localize(files, target, options), KustError);
  assertEquals(textsBelow(files, "/work"), before);
  const { code, place } = diagnostic;
  if (place === undefined) return [code];
  const { line, column } = place.source.position(place.offset);
  return [code, `${place.source.name}:${line}:${column}`];
}

Deno.test("files that a kustomization names are copied, and no others", async () => {
  const copy = await localized(
    { "app/kustomization.yaml": "resources: [pod.yaml]\nnamePrefix: a-\n", "app/pod.yaml": POD, "app/other.yaml": POD },
    "app",
    { destination: "copy" },
  );
  assertEquals(copy, {
    "/work/copy/kustomization.yaml": "namePrefix: a-\nresources:\n- pod.yaml\n",
    "/work/copy/pod.yaml": POD,
  });
});

Deno.test("the copy mirrors the scope, and is named after the target", async () => {
  const copy = await localized(
    {
      "app/Kustomization": "bases: [../base]\n",
      "base/kustomization.yml": "resources: [pod.yaml]\n",
      "base/pod.yaml": POD,
    },
    "app",
    { scope: "." },
  );
  assertEquals(Object.keys(copy), [
    "/work/localized-app/app/Kustomization",
    "/work/localized-app/base/kustomization.yml",
    "/work/localized-app/base/pod.yaml",
  ]);
});

Deno.test("the copy of a remote target is named after its repository and ref, and includes its references", async () => {
  const remote = remoteOf(
    { "https://github.com/org/repo": { "dir/kustomization.yaml": "resources: [https://host/pod.yaml]\n" } },
    { "https://host/pod.yaml": POD },
  );
  const copy = await localized({}, "github.com/org/repo//dir?ref=group/v1", { remote });
  assertEquals(copy, {
    "/work/localized-dir-group-v1/dir/kustomization.yaml": "resources:\n- localized-files/host/pod.yaml\n",
    "/work/localized-dir-group-v1/dir/localized-files/host/pod.yaml": POD,
  });
});

Deno.test("what a repository's folder references in the repository is copied, in or out of the scope", async () => {
  const remote = remoteOf({
    "https://github.com/org/repo": {
      "app/kustomization.yaml": "resources: [../base]\n",
      "base/kustomization.yaml": "namePrefix: a-\n",
    },
  });
  const tree = { "kustomization.yaml": "resources: ['github.com/org/repo//app?ref=v1']\n" };
  const copy = await localized(tree, ".", { remote, destination: "copy" });
  const folder = "localized-files/github.com/org/repo/v1";
  assertEquals(copy, {
    "/work/copy/kustomization.yaml": `resources:\n- ${folder}/app\n`,
    [`/work/copy/${folder}/app/kustomization.yaml`]: "resources:\n- ../base\n",
    [`/work/copy/${folder}/base/kustomization.yaml`]: "namePrefix: a-\n",
  });
});

Deno.test("plugins are copied with their paths, inline or in files", async () => {
  const inline =
    "apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: m}\nfiles: [./a.txt, k=./b.txt]\nenvs: ['./e.env']\n";
  const patches =
    "apiVersion: builtin\nkind: PatchStrategicMergeTransformer\nmetadata: {name: p}\npaths:\n- ./p.yaml\n";
  const copy = await localized(
    {
      "kustomization.yaml": `generators:\n- |\n${inline.replaceAll(/^/gm, "  ")}\ntransformers: [./t.yaml]\n`,
      "t.yaml": patches,
      "a.txt": "a",
      "b.txt": "b",
      "e.env": "c=d",
      "p.yaml": POD,
      "charts/c/Chart.yaml": "name: c\n",
    },
    ".",
    { destination: "copy" },
  );
  assertEquals(copy["/work/copy/charts/c/Chart.yaml"], undefined);
  assertEquals(
    copy["/work/copy/kustomization.yaml"],
    "generators:\n- |\n  apiVersion: builtin\n  envs:\n  - e.env\n  files:\n  - a.txt\n  - k=b.txt\n" +
      "  kind: ConfigMapGenerator\n  metadata:\n    name: m\ntransformers:\n- t.yaml\n",
  );
  assertEquals(copy["/work/copy/t.yaml"]?.includes("paths:\n- p.yaml\n"), true);
  assertEquals(copy["/work/copy/p.yaml"], POD);
});

Deno.test("chart homes are copied completely, and a missing one is not an error", async () => {
  const copy = await localized(
    {
      "kustomization.yaml":
        "helmGlobals:\n  chartHome: ./homes/../home\nhelmChartInflationGenerator:\n- chartHome: none\n",
      "home/chart/Chart.yaml": "name: chart\n",
      "home/chart/templates/a.yaml": POD,
    },
    ".",
    { destination: "copy" },
  );
  assertEquals(copy, {
    "/work/copy/home/chart/Chart.yaml": "name: chart\n",
    "/work/copy/home/chart/templates/a.yaml": POD,
    "/work/copy/kustomization.yaml":
      "helmChartInflationGenerator:\n- chartHome: none\nhelmGlobals:\n  chartHome: home\n",
  });
});

Deno.test("a chart home that is a link is copied to where it leads, and the default one to its name", async () => {
  const copied = async (globals: string, link: string) => {
    const files = new MemoryFileSystem(
      { "kustomization.yaml": `helmCharts: [{name: c}]\n${globals}`, "real/c/Chart.yaml": "name: c\n" },
      "/work",
    );
    files.makeLink(link, "real");
    return Object.keys(textsBelow(files, await localize(files, ".", { destination: "copy" })));
  };
  assertEquals(await copied("", "charts"), ["/work/copy/charts/c/Chart.yaml", "/work/copy/kustomization.yaml"]);
  assertEquals(await copied("helmGlobals: {chartHome: link}\n", "link"), [
    "/work/copy/kustomization.yaml",
    "/work/copy/real/c/Chart.yaml",
  ]);
});

Deno.test("a chart home that contains the copy is copied as it was before", async () => {
  const copy = await localized(
    { "kustomization.yaml": "helmCharts:\n- name: c\n", "charts/c/Chart.yaml": "name: c\n" },
    ".",
    { destination: "charts/copy" },
  );
  assertEquals(Object.keys(copy).length, 2);
});

Deno.test("arguments are checked before anything is created", async () => {
  const tree = { "app/kustomization.yaml": "resources: []\n", "other/x": "", "taken/x": "" };
  assertEquals(await refused(tree, "github.com/org/repo"), ["missing-ref"]);
  assertEquals(await refused(tree, "none"), ["not-found"]);
  assertEquals(await refused(tree, "app", { scope: "none" }), ["invalid-flag-value"]);
  assertEquals(await refused(tree, "app", { scope: "other" }), ["invalid-flag-value"]);
  assertEquals(await refused(tree, "app", { destination: "taken" }), ["already-exists"]);
  assertEquals(await refused(tree, "app", { destination: "none/copy" }), ["not-found"]);
  const remote = remoteOf({ "https://github.com/org/repo": { "kustomization.yaml": "" } });
  assertEquals(await refused(tree, "github.com/org/repo?ref=v1", { scope: ".", remote }), ["invalid-flag-value"]);
});

Deno.test("an error points to the kustomization, and leaves no copy", async () => {
  const at = (text: string, more: Record<string, string> = {}) => {
    const remote = remoteOf({ "https://github.com/org/repo": { "kustomization.yaml": "" } });
    return refused({ "app/kustomization.yaml": text, "base/kustomization.yaml": "", ...more }, "app", { remote });
  };
  assertEquals(await at("resources:\n- pod.yaml\n"), ["not-found", "app/kustomization.yaml:2:3"]);
  assertEquals(await at("resources:\n- ../base\n"), ["outside-scope", "app/kustomization.yaml:2:3"]);
  assertEquals(await at("components:\n- github.com/org/repo\n"), ["missing-ref", "app/kustomization.yaml:2:3"]);
  assertEquals(await at("patches:\n- path: ../x.yaml\n", { "x.yaml": "" }), [
    "outside-root",
    "app/kustomization.yaml:2:9",
  ]);
  assertEquals(await at("configMapGenerator:\n- name: m\n  files: [=a]\n"), [
    "invalid-file-source",
    "app/kustomization.yaml:3:11",
  ]);
  assertEquals(await at("helmGlobals:\n  chartHome: /charts\n"), ["absolute-path", "app/kustomization.yaml:2:14"]);
  assertEquals(await at("resources: [bad.yaml]\n", { "app/bad.yaml": "kind: Pod\n" }), [
    "missing-name",
    "app/bad.yaml:1:1",
  ]);
  assertEquals(await at("generators:\n- |\n  kind: X\n"), ["missing-name", "app/kustomization.yaml:3:3"]);
  assertEquals(
    await at("resources:\n- github.com/org/repo?ref=v1\n", { "app/localized-files/x": "" }),
    ["already-exists", "app/kustomization.yaml:2:3"],
  );
});

Deno.test("a path that the system rejects is an error where it is named", async () => {
  class Strict extends MemoryFileSystem {
    override stat(path: string) {
      if (path.includes("\0")) throw new FileError("other", path, `${path}: not a valid path`);
      return super.stat(path);
    }
  }
  const files = new Strict({ "app/kustomization.yaml": 'resources: ["a\\0b"]\n' }, "/work");
  const { diagnostic }: KustError = await assertRejects(() => localize(files, "app", {}), KustError);
  assertEquals([diagnostic.code, diagnostic.place?.offset], ["file-error", "resources: [".length]);
});

Deno.test("the copy must not be a source of itself", async () => {
  const tree = { "kustomization.yaml": "resources: [copy]\n" };
  assertEquals(await refused(tree, ".", { destination: "copy" }), ["in-destination", "kustomization.yaml:1:13"]);
  const file = { "kustomization.yaml": "resources: [a.yaml, copy/a.yaml]\n", "a.yaml": POD };
  assertEquals(await refused(file, ".", { destination: "copy" }), ["in-destination", "kustomization.yaml:1:21"]);
});

Deno.test("a path in a plugin's configuration must be a path", async () => {
  const plugin = "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: {a: b}\n";
  const tree = { "kustomization.yaml": "transformers: [t.yaml]\n", "t.yaml": plugin };
  assertEquals(await refused(tree, ".", { destination: "copy" }), ["wrong-type", "t.yaml:4:7"]);
});

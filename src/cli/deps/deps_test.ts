import { assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

const FILES = {
  "/w/base/kustomization.yaml": "resources: [real/a b#$.yaml]\n",
  "/w/real/a b#$.yaml": SERVICE,
  "/w/prod/kustomization.yaml": 'resources: [../base]\nconfigMapGenerator: [{name: a, files: ["\\"q\\".txt"]}]\n',
  '/w/prod/"q".txt': "x",
  "/w/notes.md": "x",
  "/w/broken/kustomization.yaml": "resources: [../base, gone.yaml]\n",
};

function machine(): MemoryHost {
  const files = new MemoryFileSystem(FILES, "/w");
  files.makeLink("/w/base/real", "../real");
  return new MemoryHost(files);
}

async function deps(...args: string[]): Promise<string> {
  const host = machine();
  const exit = await run(["deps", "--load-restrictor", "LoadRestrictionsNone", ...args], host);
  return `${exit} ${host.stdout}${host.stderr}`;
}

Deno.test("deps names links and the files that they lead to", async () => {
  assertEquals(await deps("base"), "0 base/kustomization.yaml\nbase/real\nreal/a b#$.yaml\n");
});

Deno.test("a depfile escapes what make reads otherwise", async () => {
  assertEquals(
    await deps("base", "prod", "--format", "make"),
    "0 base.yaml: \\\n  base/kustomization.yaml \\\n  real/a\\ b\\#$$.yaml\n" +
      'prod.yaml: \\\n  base/kustomization.yaml \\\n  prod/"q".txt \\\n  prod/kustomization.yaml \\\n' +
      "  real/a\\ b\\#$$.yaml\n",
  );
});

Deno.test("a depfile's rule is for one file, not for a pattern", async () => {
  assertStringIncludes(await deps("base", "--format", "make", "--goal", "out/50%.yaml"), "0 out/50\\%.yaml: \\\n");
});

Deno.test("pictures escape quotes", async () => {
  assertStringIncludes(await deps("prod", "--format", "dot"), '"prod/\\"q\\".txt" [shape=note];');
  assertStringIncludes(await deps("prod", "--format", "mermaid"), '("prod/#quot;q#quot;.txt")');
});

Deno.test("the annotation of Argo CD has what is outside of the kustomizations, too", async () => {
  assertEquals(await deps("base", "--format", "argocd"), "0 .;../real/a b#$.yaml\n");
});

Deno.test("deps --reverse finds the readers of files, links and folders", async () => {
  // What fails has read the file before.
  assertEquals(await deps("--reverse", "real/a b#$.yaml", "."), "0 base\nbroken\nprod\n");
  assertEquals(await deps("--reverse", "base/real"), "0 base\nbroken\nprod\n");
  assertEquals(await deps("--reverse", "prod"), "0 prod\n");
  assertEquals(await deps("--reverse", "broken/gone.yaml"), "0 broken\n");
  assertEquals(await deps("--reverse", "notes.md"), "0 ");
  assertStringIncludes(await deps("--reverse", "nowhere.yaml"), "2 Error: 'nowhere.yaml' does not exist [not-found]");
});

Deno.test("deps --reverse says why, in both formats, and finds no target that is gone", async () => {
  assertEquals(
    await deps("--reverse", 'prod/"q".txt', "--why"),
    '0 prod\n  prod/"q".txt\n    configMapGenerator[0].files[0] at prod/kustomization.yaml:2:40\n',
  );
  const { results } = JSON.parse((await deps("--reverse", "real/a b#$.yaml", "base", "--format", "json")).slice(2));
  assertEquals(results.map(({ target }: { target: string }) => target), ["base"]);
  assertStringIncludes(await deps("--reverse", "gone/kustomization.yaml"), "2 Error: 'gone/kustomization.yaml'");
});

Deno.test("deps prints no list for what does not build", async () => {
  assertStringIncludes(await deps("base", "broken"), "2 Error: 'gone.yaml' does not exist [not-found]\n");
  for (const args of [["--format", "x"], ["a", "b", "--format", "argocd"], ["--reverse", "a", "--format", "dot"]]) {
    assertEquals((await deps(...args)).slice(0, 8), "2 Error:");
  }
});

Deno.test("deps --reverse leaves out targets that failed before it is known whether they read the file", async () => {
  const files = {
    "/w/far/kustomization.yaml": "resources: ['https://h/x.yaml']\ncomponents: [part]\n",
    "/w/far/part/kustomization.yaml":
      "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nresources: [a.yaml]\n",
    "/w/far/part/a.yaml": SERVICE,
  };
  const host = new MemoryHost(new MemoryFileSystem(files, "/w"));
  assertEquals(await run(["deps", "--reverse", "far/part/a.yaml", "--no-remote"], host), 0);
  assertEquals([host.stdout, host.stderr], ["", ""]);
});

Deno.test("deps refuses flags that would have no effect", async () => {
  const refused = async (...words: string[]) => (await deps(...words, "base")).split("\n")[0];
  assertEquals(await refused("--why"), "2 Error: --why has an effect only with --reverse [flag-conflict]");
  assertEquals(await refused("--shard", "1/2"), "2 Error: --shard has an effect only with --reverse [flag-conflict]");
  assertEquals(await refused("--goal", "x"), "2 Error: --goal has an effect only with --format make [flag-conflict]");
});

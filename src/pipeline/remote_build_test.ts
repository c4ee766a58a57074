import { assertEquals } from "@std/assert";
import { commitFiles, type GitServer, serveHttp } from "../../scripts/serve_git.ts";
import { realHost } from "../host/real_host.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { GitAndHttpSources } from "../load/remote/sources.ts";
import { build, type BuildResult, printResources } from "./build.ts";

const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n`;

/** Builds local files, with a server on the loopback address; `$HTTP` is its URL. */
async function buildServed(
  repositories: Record<string, Record<string, string>>,
  files: Record<string, string>,
): Promise<{ result: BuildResult; asked: Record<string, number>; waited: string[] }> {
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
  const server: GitServer = serveHttp(dir);
  const waited: string[] = [];
  const fill = (content: string) => content.replaceAll("$HTTP/", server.url);
  const filled = (tree: Record<string, string>) => {
    return Object.fromEntries(Object.entries(tree).map(([path, content]) => [path, fill(content)]));
  };
  const remote = new GitAndHttpSources(realHost, {
    progress: (line) => waited.push(line.replaceAll(server.url, "$HTTP/")),
  });
  try {
    for (const [name, tree] of Object.entries(repositories)) await commitFiles(`${dir}/${name}`, filled(tree));
    const result = await build(new MemoryFileSystem(filled(files)), "/", { remote });
    return { result, asked: Object.fromEntries(server.asked), waited };
  } finally {
    remote.close();
    await server.close();
    Deno.removeSync(dir, { recursive: true });
  }
}

Deno.test("50 targets that share 5 remote bases fetch each once", async () => {
  const repositories: Record<string, Record<string, string>> = {};
  const files: Record<string, string> = {};
  const targets = Array.from({ length: 50 }, (_, index) => index);
  for (let base = 0; base < 5; base++) {
    repositories[`org/base${base}`] = {
      "app/kustomization.yaml": "resources: [pod.yaml]\n",
      "app/pod.yaml": pod(`p${base}`),
    };
  }
  for (const index of targets) {
    files[`/t${index}/kustomization.yaml`] = `namePrefix: t${index}-\nresources: ["$HTTP/org/base${
      index % 5
    }//app?ref=main"]\n`;
  }
  files["/kustomization.yaml"] = `resources:\n${targets.map((index) => `- t${index}\n`).join("")}`;
  const { result, asked, waited } = await buildServed(repositories, files);
  assertEquals(result.errors, []);
  assertEquals(result.resources.length, 50);
  assertEquals(asked, { "org/base0": 1, "org/base1": 1, "org/base2": 1, "org/base3": 1, "org/base4": 1 });
  assertEquals(waited.includes("getting $HTTP/org/base0//app?ref=main and 4 more"), true);
});

Deno.test("a repository's own remote bases are requested as soon as it is cloned", async () => {
  const outer = { "kustomization.yaml": "resources:\n- $HTTP/org/first\n- $HTTP/org/second\n" };
  const { result, waited } = await buildServed(
    {
      "org/first": { "kustomization.yaml": "resources: [pod.yaml]\n", "pod.yaml": pod("first") },
      "org/outer": outer,
      "org/second": { "kustomization.yaml": "resources: [pod.yaml]\n", "pod.yaml": pod("second") },
    },
    { "/kustomization.yaml": "resources:\n- $HTTP/org/outer\n" },
  );
  assertEquals(printResources(result.resources), `${pod("first")}---\n${pod("second")}`);
  assertEquals(waited.includes("getting $HTTP/org/first and 1 more"), true);
});

Deno.test("the first error in the order of the files is reported, not the first in time", async () => {
  const { result } = await buildServed(
    { "org/good": { "kustomization.yaml": "resources: []\n" } },
    { "/kustomization.yaml": "resources:\n- $HTTP/org/good//missing\n- $HTTP/org/none\n" },
  );
  assertEquals(result.errors.map(({ code, place }) => [code, place?.source.position(place.offset)]), [
    ["not-found", { line: 2, column: 3 }],
  ]);
});

Deno.test("files in a clone are named by their repository in messages", async () => {
  const { result } = await buildServed(
    { "org/bad": { "kustomization.yaml": "resuorces: []\n" } },
    { "/kustomization.yaml": "resources:\n- $HTTP/org/bad?ref=main\n" },
  );
  const name = result.errors[0]?.place?.source.name.replace(/^http:\/\/127\.0\.0\.1:\d+\//, "$HTTP/");
  assertEquals(name, "$HTTP/org/bad//kustomization.yaml?ref=main");
});

Deno.test("an error about a URL pasted from a browser names the URL to use instead", async () => {
  const { result } = await buildServed(
    { "org/repo": { "pod.yaml": pod("p") } },
    { "/kustomization.yaml": "resources:\n- $HTTP/org/repo/-/blob/main/pod.yaml\n" },
  );
  const [error] = result.errors;
  const hint = error?.hint?.replace(/http:\/\/127\.0\.0\.1:\d+\//, "$HTTP/");
  assertEquals([error?.code, hint], [
    "not-found",
    "this is the address of a web page; use $HTTP/org/repo/-/raw/main/pod.yaml",
  ]);
});

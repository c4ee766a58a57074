import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "./file_systems/memory_file_system.ts";
import { AskAheadSources } from "./prefetch.ts";
import type { RemoteSources } from "./remote/remote.ts";

Deno.test("AskAheadSources asks for all that the kustomizations name, once one of it is needed", async () => {
  const asked: string[] = [];
  const clone = new MemoryFileSystem({ "/c/kustomization.yaml": "resources: ['https://host/inner.yaml']\n" });
  const remote: RemoteSources = {
    clone: ({ repoPath }) => {
      asked.push(`clone ${repoPath}`);
      return Promise.resolve({ fileSystem: clone, dir: "/c" });
    },
    fetch: (url) => {
      asked.push(url);
      return url.endsWith(".yaml") ? Promise.resolve(new Uint8Array()) : Promise.reject(new Error("a page"));
    },
  };
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": "resources: ['https://host/a.yaml', ../base, 'git@host:o/first']\n",
    "/base/kustomization.yaml": "resources: ['https://host/o/second', 'https://host/', ../app]\n",
  });
  const sources = new AskAheadSources(remote, files, "/app");
  assertEquals(asked, []);
  await sources.fetch("https://host/a.yaml");
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  assertEquals(asked.slice(0, 2), ["https://host/a.yaml", "https://host/a.yaml"]);
  assertEquals(asked.slice(2).sort(), [
    "clone o/first",
    "clone o/second",
    "https://host/",
    "https://host/inner.yaml",
    "https://host/o/second",
  ]);
});

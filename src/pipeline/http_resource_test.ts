import { assertEquals } from "@std/assert";
import { fail } from "../diagnostics/diagnostic.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import { build } from "./build.ts";

const OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

/** Names of resources and errors of a kustomization, with the contents of URLs; others are repositories. */
async function built(kustomization: string, urls: Record<string, string>): Promise<string[]> {
  const remote = {
    fetch: (url: string) =>
      Promise.resolve().then(() => encodeUtf8(urls[url] ?? fail("is-repository", "a repository"))),
    clone: () => Promise.resolve().then(() => fail("git-failed", "no such repository")),
  };
  const files = new MemoryFileSystem({ "/app/kustomization.yaml": kustomization });
  const { resources, errors } = await build(files, "/app", { remote });
  const told = errors.map(({ code, hint, notes = [] }) =>
    [code, ...notes.map(({ message }) => message), hint].join("; ")
  );
  return [...resources.map(({ name }) => name), ...told];
}

Deno.test("a URL under resources is a file, or else a repository, but no web page", async () => {
  const html = "<!DOCTYPE html>\n";
  const files = { "https://x.org/a.yaml": OBJECT, "https://x.org/page": html, "https://github.com/a/b": html };
  assertEquals(await built("resources: ['https://x.org/a.yaml']\n", files), ["a"]);
  assertEquals(await built("resources: ['https://x.org/page']\n", files), [
    "html-page; use the URL of the file itself",
  ]);
  assertEquals(await built("resources: ['https://github.com/a/b']\n", files), [
    "html-page; no such repository; use the URL of the file itself",
  ]);
  const [error] = await built("resources: ['https://github.com/a/c']\n", files);
  assertEquals(error, "git-failed; ");
});

Deno.test("URLs of other fields are fetched before they are read", async () => {
  const urls = { "https://x.org/a": "text" };
  for (const file of ["https://x.org/a", "k=https://x.org/a"]) {
    const generator = `configMapGenerator: [{name: m, files: ['${file}'], options: {disableNameSuffixHash: true}}]\n`;
    assertEquals(await built(generator, urls), ["m"], file);
  }
  for (const fields of ["patches: [[https]]\n", "patches: [{path: ['https://x.org/a']}]\n"]) {
    assertEquals(await built(fields, urls), ["wrong-type; "], fields);
  }
});

import { assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const FILES = {
  "app/kustomization.yaml": "resources: [r.yaml]\n",
  "app/r.yaml": "apiVersion: v1\nkind: Thing\nmetadata: {name: thing}\n",
};

async function refusal(...words: string[]): Promise<string> {
  const host = new MemoryHost(new MemoryFileSystem(FILES, "/p"));
  assertEquals(await run(["diff", ...words], host), 2, words.join(" "));
  assertEquals(host.stdout, "");
  return host.stderr;
}

Deno.test("diff fails with 2 if one of two paths does not exist", async () => {
  assertStringIncludes(await refusal("nope", "app"), "Error: 'nope' does not exist [not-found]\n");
  assertStringIncludes(await refusal("app", "nope"), "Error: 'nope' does not exist [not-found]\n");
});

Deno.test("diff takes two folders with --base as folders of a repository", async () => {
  assertStringIncludes(await refusal("--base", "HEAD", "app", "app"), "Error: ");
});

Deno.test("diff refuses to compare a release with itself", async () => {
  for (const range of ["..", "v5.6.0..v5.6.0"]) {
    assertStringIncludes(await refusal("app", "--compat", range), "both releases are the same [invalid-flag-value]");
  }
});

Deno.test("diff compares two releases, the old one first", async () => {
  const policy = "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: a}\n";
  const files = { "app/kustomization.yaml": "resources: [r.yaml]\nnamespace: web\n", "app/r.yaml": policy };
  const compared = async (range: string) => {
    const host = new MemoryHost(new MemoryFileSystem(files, "/p"));
    const exit = await run(["diff", "app", "--compat", range, "--format", "unified"], host);
    return [exit, ...host.stdout.match(/^[-+] .*$/gm) ?? []];
  };
  assertEquals(await compared("v5.8.1..v5.8.2"), [1, "-  namespace: web"]);
  assertEquals(await compared("v5.8.2..v5.8.1"), [1, "+  namespace: web"]);
  assertEquals(await compared("v5.8.2..v5.8.3"), [0]);
});

Deno.test("diff refuses flags that would have no effect", async () => {
  const cases: [words: string[], effect: string][] = [
    [["--limit-bytes", "100", "app", "app"], "--limit-bytes has an effect only with --format markdown"],
    [
      ["--include", "a", "app", "app"],
      "--include has an effect only for the targets of folders, and not for two paths",
    ],
    [
      ["--all-targets", "--against", "app/r.yaml", "app"],
      "--all-targets has an effect only for the targets of folders, and not with --against",
    ],
  ];
  for (const [words, effect] of cases) {
    assertEquals((await refusal(...words)).split("\n")[0], `Error: ${effect} [flag-conflict]`);
  }
});

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const map = (namespace: string, at: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: ${namespace}}\ndata: {at: ${at}}\n`;

const FILES = {
  "/w/kustomization.yaml": "resources: [one.yaml, two.yaml]\nnamePrefix: x-\n",
  "/w/one.yaml": map("one", "first"),
  "/w/two.yaml": map("two", "second"),
};

async function explain(...words: string[]): Promise<string[]> {
  const host = new MemoryHost(new MemoryFileSystem(FILES, "/"));
  const exit = await run(["explain", "w", ...words], host);
  return [String(exit), ...(host.stdout + host.stderr).trimEnd().split("\n")];
}

Deno.test("explain takes names before and after prefixes, and kinds in any case", async () => {
  for (const name of ["ConfigMap/m", "configmap/x-m"]) {
    for (const [namespace, at] of [["one", "first"], ["two", "second"]]) {
      const [exit, text] = await explain(name, "data.at", "--namespace", namespace!);
      assertEquals([exit, text?.includes(at!)], ["0", true], `${name} in ${namespace}: ${text}`);
    }
  }
});

Deno.test("explain takes one field", async () => {
  assertEquals(await explain("ConfigMap/m", "data[a", "b]"), [
    "2",
    "Error: too many arguments: w ConfigMap/m data[a b] [too-many-arguments]",
    "note: run 'kust explain --help' for usage",
    "hint: put a field with spaces in quotes; explain shows one field, or the whole resource",
  ]);
});

Deno.test("explain takes an empty namespace for a resource without one", async () => {
  const text = `${map("one", "first")}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {at: none}\n`;
  const files = new MemoryFileSystem({ "/w/kustomization.yaml": "resources: [r.yaml]\n", "/w/r.yaml": text }, "/");
  const explained = async (...words: string[]) => {
    const host = new MemoryHost(files);
    return [await run(["explain", "w", "ConfigMap/m", "at", ...words], host), host.stdout.split("\n")[0]];
  };
  assertEquals(await explained("--namespace="), [0, "ConfigMap m  data.at = none"]);
  assertEquals(await explained("-n", "one"), [0, "ConfigMap one/m  data.at = first"]);
  assertEquals(await explained(), [2, ""]);
});

Deno.test("explain asks for the namespace if a name is not unique, and lists resources if nothing is similar", async () => {
  const both = "ConfigMap 'x-m' in namespace 'one', ConfigMap 'x-m' in namespace 'two'";
  const cases: [words: string[], error: string, hint: string][] = [
    [
      ["ConfigMap/m"],
      `several resources are ConfigMap/m: ${both} [ambiguous-target]`,
      "add --namespace, which may be '', or the name after prefixes and hashes",
    ],
    [
      ["ConfigMap/m", "-n", "three"],
      "the build has no ConfigMap/m in namespace 'three' [no-match]",
      `there is ${both}`,
    ],
    [["ConfigMap/x-n"], "the build has no ConfigMap/x-n [no-match]", "did you mean 'ConfigMap/x-m'?"],
    [
      ["Pod/zzzzzzz"],
      "the build has no Pod/zzzzzzz [no-match]",
      "its resources: ConfigMap/x-m, ConfigMap/x-m",
    ],
    [
      ["Pod/none", "a..b"],
      "'a..b' is not a path of a field: there is no name after a '.' [invalid-argument]",
      "write it as in spec.template.spec.containers[name=web].image, metadata.labels[example.com/team] or /spec/replicas",
    ],
    [["/m"], "'/m' is not KIND/NAME [invalid-argument]", "write it as in Deployment/web"],
  ];
  for (const [words, error, hint] of cases) {
    assertEquals(await explain(...words), ["2", `Error: ${error}`, `hint: ${hint}`]);
  }
});

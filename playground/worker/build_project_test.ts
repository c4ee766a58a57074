import { assertEquals } from "@std/assert";
import type { Project } from "../project/project.ts";
import { buildProject } from "./build_project.ts";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

function built(files: Record<string, string>, more: Partial<Project> = {}, asked: { lint?: boolean } = {}) {
  const project = { files: new Map(Object.entries(files)), folder: undefined, release: "v5.8.3", ...more };
  return buildProject({ id: 7, project, lint: false, ...asked });
}

Deno.test("a project without a choice builds what no other kustomization uses", async () => {
  const files = {
    "base/kustomization.yaml": "resources: [service.yaml]\n",
    "base/service.yaml": SERVICE,
    "top/kustomization.yaml": "resources: [../base]\nnamePrefix: a-\ncomponents: [../part]\n",
    "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -b\n",
  };
  const answer = await built(files);
  assertEquals([answer.id, answer.folder, answer.targets, answer.problems], [7, "top", ["base", "top"], []]);
  const { text, resources, lines } = answer.output!;
  assertEquals(text, "apiVersion: v1\nkind: Service\nmetadata:\n  name: a-web-b\n");
  assertEquals(resources, [{ kind: "Service", name: "a-web-b", namespace: "", line: 0 }]);
  const name = lines[3]!;
  assertEquals([name.pointer, name.writers.map(({ step }) => step)], [
    "/metadata/name",
    ["load", "SuffixTransformer", "PrefixTransformer"],
  ]);
  assertEquals(answer.graph.arrows.map(({ from, to, fields }) => [from, to, ...fields]), [
    ["/top", "/base", "resources"],
    ["/base", "/base/service.yaml", "resources"],
    ["/top", "/part", "components"],
  ]);
  assertEquals((await built(files, { folder: "base" })).folder, "base");
  assertEquals((await built(files, { folder: "gone" })).folder, "top");
});

Deno.test("every line of the output has a report, also between resources and inside texts", async () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: "1\\n2\\n"}\n';
  const { output } = await built({
    "kustomization.yaml": "resources: [a.yaml, b.yaml]\n",
    "a.yaml": map,
    "b.yaml": SERVICE,
  });
  const { text, lines, resources } = output!;
  assertEquals(lines.length, text.trimEnd().split("\n").length);
  assertEquals(resources.map(({ line }) => text.split("\n")[line]), ["apiVersion: v1", "apiVersion: v1"]);
  const at = text.split("\n").indexOf("    2");
  assertEquals(lines[at]!.pointer, "/data/a");
  assertEquals(lines[text.split("\n").indexOf("---")]!.writers, []);
});

Deno.test("what a page cannot do has a hint that says so", async () => {
  const hint = async (kustomization: string) =>
    (await built({ "kustomization.yaml": kustomization })).problems.map(({ hint = "" }) =>
      /^this page [a-z ]+/.exec(hint)?.[0]
    );
  assertEquals(await hint("resources: [https://example.com/a.yaml]\n"), ["this page fetches nothing"]);
  assertEquals(await hint("helmCharts: [{name: a}]\n"), ["this page cannot run helm"]);
});

Deno.test("a project without any kustomization, or without files, is an error and no exception", async () => {
  for (const files of [{}, { "a.yaml": SERVICE }]) {
    const { problems, output, folder } = await built(files);
    assertEquals([problems.length, problems[0]?.isWarning, output, folder], [1, false, undefined, "."]);
  }
  const old = await built({ "kustomization.yaml": "commonLabels: {a: b}\nresources: [a.yaml]\n", "a.yaml": SERVICE });
  assertEquals(
    old.problems.map(({ message, isWarning }) => [message.startsWith("'commonLabels' is deprecated"), isWarning]),
    [
      [true, true],
    ],
  );
});

Deno.test("lint adds warnings about what builds successfully, each with its place", async () => {
  const files = {
    "kustomization.yaml": "commonLabels: {a: b}\nresources: [a.yaml]\nimages: [{name: ngnix, newTag: '2'}]\n",
    "a.yaml": SERVICE,
  };
  const codes = async (lint: boolean, more: Record<string, string> = {}) =>
    (await built({ ...files, ...more }, {}, { lint })).problems.map(({ code, place, isWarning }) =>
      [code, place?.file, place?.line, isWarning].join(" ")
    );
  const deprecated = "deprecated-field kustomization.yaml 1 true";
  assertEquals(await codes(false), [deprecated]);
  assertEquals(await codes(true), [deprecated, "unused-image kustomization.yaml 3 true"]);
  const silenced = files["kustomization.yaml"].replace("images:", "# kust-ignore: unused-image\nimages:");
  assertEquals(await codes(true, { "kustomization.yaml": silenced }), [deprecated]);
  // A build that fails has errors enough.
  assertEquals((await codes(true, { "a.yaml": "x" })).some((line) => line.startsWith("unused-image")), false);
});

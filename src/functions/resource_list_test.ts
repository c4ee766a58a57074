import { assertEquals } from "@std/assert";
import { updateHistory } from "../model/resource.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";
import { addPath, resultMessages, writeResourceList } from "./resource_list.ts";

const encode = (text: string) => new TextEncoder().encode(text);

Deno.test("resultMessages() reads results, and nothing from other output", () => {
  const results = "results: [{message: a, severity: error}, {message: b}, {severity: info}, {}, text, {message: [c]}]";
  assertEquals(resultMessages(encode(`kind: ResourceList\n${results}\n`)), ["error: a", "b", "info: "]);
  assertEquals(resultMessages(encode(`${results}\n---\nresults: [{message: d}]\n`)).at(-1), "d");
  for (const text of ["", "text", "[a]", "results: text", "results: {message: a}", "{", "kind: A\n"]) {
    assertEquals(resultMessages(encode(text)), [], text);
  }
});

Deno.test("addPath() invents a path, unless there is one", () => {
  const path = (metadata: string) => {
    const [resource] = resourcesOf(`kind: ConfigMap\nmetadata: {name: a, ${metadata}}\n`);
    addPath(resource!);
    const annotations = resource!.annotations();
    return ["config.kubernetes.io/path", "internal.config.kubernetes.io/path"].map((name) => annotations.get(name));
  };
  assertEquals(path("namespace: n"), ["n/configmap_a.yaml", "n/configmap_a.yaml"]);
  assertEquals(path("x: y"), ["configmap_a.yaml", "configmap_a.yaml"]);
  assertEquals(path("annotations: {config.kubernetes.io/path: old.yaml}"), ["old.yaml", "old.yaml"]);
  assertEquals(path("annotations: {internal.config.kubernetes.io/path: p.yaml}"), [undefined, "p.yaml"]);
});

Deno.test("writeResourceList() writes objects with their ids and places, and the configuration as local", () => {
  const [config, item] = resourcesOf(
    "kind: F\nmetadata: {name: f}\n---\n" +
      "apiVersion: g/v1\nkind: A\nmetadata: {name: a, annotations: {b: c}}\n",
  );
  const lines = [
    "apiVersion: config.kubernetes.io/v1",
    "kind: ResourceList",
    "items:",
    "- apiVersion: g/v1",
    "  kind: A",
    "  metadata:",
    "    annotations:",
    "      b: c",
    "      kustomize.config.k8s.io/id: |",
    "        group: g",
    "        kind: A",
    "        name: a",
    "        version: v1",
    "      config.kubernetes.io/index: '0'",
    "      internal.config.kubernetes.io/index: '0'",
    "      internal.config.kubernetes.io/annotations-migration-resource-id: '0'",
    "      internal.config.kubernetes.io/id: '1'",
    "      config.k8s.io/id: '1'",
    "    name: a",
    "functionConfig:",
    "  kind: F",
    "  metadata:",
    "    name: f",
    "    annotations:",
    "      config.kubernetes.io/local-config: 'true'",
    "",
  ];
  assertEquals(writeResourceList([item!], config!).split("\n"), lines);
});

Deno.test("a function gets the history of an object", () => {
  const [config, item] = resourcesOf("kind: F\nmetadata: {name: f}\n---\nkind: A\nmetadata: {name: a}\n");
  updateHistory(item!, { prefixes: ["p-"] });
  assertEquals(writeResourceList([item!], config!).match(/\S+: p-/g), ["internal.config.kubernetes.io/prefixes: p-"]);
});

Deno.test("a function gets both names of an annotation, which must not differ", () => {
  const [path, old] = ["internal.config.kubernetes.io/path", "config.kubernetes.io/path"];
  const input = (annotations: string) => {
    const [config, item] = resourcesOf(
      `kind: F\nmetadata: {name: f}\n---\nkind: A\nmetadata: {name: a, annotations: {${annotations}}}\n`,
    );
    return writeResourceList([item!], config!);
  };
  for (const [one, other] of [[path, old], [old, path]] as const) {
    const text = input(`${one}: p`);
    assertEquals([text.includes(`      ${one}: p\n`), text.match(/(\S+): 'p'\n +(\S+): '0'/)?.slice(1)], [
      true,
      [other, "config.kubernetes.io/index"],
    ]);
  }
  assertEquals(input("").includes("path"), false);
  assertEquals(input(`${path}: ""`).match(/path.*/g), ['path: ""']);
  assertEquals(input(`${path}: p, ${old}: p`).match(/path.*/g), ["path: p", "path: p"]);
  diagnosticOf("conflicting-annotations", () => input(`${path}: p, ${old}: q`));
});

Deno.test("writeResourceList() gives a generator its configuration as the only item", () => {
  const [config, item] = resourcesOf("kind: F\nmetadata: {name: f}\n---\nkind: A\nmetadata: {name: a}\n");
  const kinds = (text: string) => [...text.matchAll(/^[- ] kind: (\w+)|^ {2}kind: (\w+)/gm)].map(([, a, b]) => a ?? b);
  assertEquals(kinds(writeResourceList([], config!)), ["F", "F"]);
  assertEquals(kinds(writeResourceList([item!], config!)), ["A", "F"]);
  const numbers = [
    ...writeResourceList([item!, item!], config!).matchAll(/^ +config.k(?:ubernetes|8s).io\/(?:index|id): '(\d)'/gm),
  ];
  assertEquals(numbers.map(([, number]) => number), ["0", "1", "1", "2"]);
});

import { assertEquals } from "@std/assert";
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

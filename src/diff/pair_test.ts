import { assert, assertEquals } from "@std/assert";
import type { Resource } from "../model/resource.ts";
import { resourcesOf } from "../testing/model.ts";
import { pairResources } from "./pair.ts";

function pairs(before: Resource[], after: Resource[]): string[] {
  return pairResources(before, after).map(({ before, after }) => `${before?.name ?? ""}=${after?.name ?? ""}`);
}

function configMap(name: string, data: string): string {
  return `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {${data}}}`;
}

function resources(...texts: string[]): Resource[] {
  return resourcesOf(texts.join("\n---\n"));
}

Deno.test("pairResources() keeps the order of the new side, and puts removed resources where they were", () => {
  const before = resources(...["a", "b", "c", "d"].map((name) => configMap(name, `k: ${name}`)));
  const after = resources(...["d", "x", "a"].map((name) => configMap(name, `k: ${name}`)));
  assertEquals(pairs(before, after), ["d=d", "=x", "a=a", "b=", "c="]);
});

Deno.test("pairResources() takes the same version of two with one name", () => {
  const widget = (version: string) =>
    `{apiVersion: x.io/${version}, kind: Widget, metadata: {name: w}, size: ${version}}`;
  const found = pairResources(resources(widget("v1"), widget("v2")), resources(widget("v2"), widget("v1")));
  assertEquals(found.map(({ before, after }) => [before?.apiVersion, after?.apiVersion]), [
    ["x.io/v2", "x.io/v2"],
    ["x.io/v1", "x.io/v1"],
  ]);
});

Deno.test("pairResources() finds a rename by what is alike, and nothing else", () => {
  const before = resources(configMap("old", "a: 1, b: 2, c: 3"), configMap("gone", "z: 9"));
  const after = resources(configMap("new", "a: 1, b: 2, c: 4"), configMap("other", "y: 8"));
  assertEquals(pairs(before, after), ["old=new", "gone=", "=other"]);
});

Deno.test("pairResources() does not look at all pairs of many renamed resources", () => {
  const side = (prefix: string) =>
    resources(
      ...Array.from({ length: 4000 }, (_, index) =>
        configMap(`${prefix}-${index}`, `same: x, id: n${index}, more: m${index}`)),
    );
  const [before, after] = [side("old"), side("new")];
  const start = performance.now();
  assertEquals(
    pairs(before, after).every((pair) => pair.replace("old", "new").split("=")[0] === pair.split("=")[1]),
    true,
  );
  assert(performance.now() - start < 5000);
});

import { assert, assertEquals } from "@std/assert";
import type { Resource } from "../model/resource.ts";
import { resourcesOf } from "../testing/model.ts";
import { pairResources } from "./pair.ts";
import { threadMs } from "../testing/thread_time.ts";

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
  const [both, one] = [resources(widget("v1"), widget("v2")), resources(widget("v2"))];
  for (const [before, after] of [[both, one], [one, both]] as const) {
    const pair = pairResources(before, after).find(({ before, after }) => before !== undefined && after !== undefined);
    assertEquals([pair?.before?.apiVersion, pair?.after?.apiVersion], ["x.io/v2", "x.io/v2"]);
  }
});

Deno.test("pairResources() pairs within a namespace, which is default if there is none", () => {
  const widget = (namespace: string) => `{kind: Widget, metadata: {name: w, namespace: ${namespace}}}`;
  const before = resources(widget("a"), widget('""'), widget("b"));
  const after = resources(widget("b"), widget("default"), widget("a"));
  const found = pairResources(before, after).map(({ before, after }) => `${before?.namespace} ${after?.namespace}`);
  assertEquals(found, ["b b", " default", "a a"]);
});

Deno.test("pairResources() pairs all of one name before it looks for what is alike", () => {
  const widget = (version: string, rest: string) =>
    `{apiVersion: x.io/${version}, kind: Widget, metadata: {name: w}, ${rest}}`;
  const before = resources(widget("v1", "a: 1"), widget("v2", "b: 2"));
  const after = resources(widget("v3", "b: 2"), widget("v1", "c: 3"));
  const found = pairResources(before, after).map(({ before, after }) => `${before?.apiVersion} ${after?.apiVersion}`);
  assertEquals(found, ["x.io/v2 x.io/v3", "x.io/v1 x.io/v1"]);
});

Deno.test("pairResources() keeps a generated name and one without a hash apart", () => {
  const side = (
    value: string,
    hash: string,
  ) => [configMap("a", `own: ${value}`), configMap(`a-${hash}`, `k: ${value}`)];
  const [before, after] = [resources(...side("x", "b2f6ghc7dt")), resources(...side("y", "dc966b6429").reverse())];
  assertEquals(pairs(before, after), ["a-b2f6ghc7dt=a-dc966b6429", "a=a"]);
});

Deno.test("pairResources() pairs those that are most alike, and each once", () => {
  const like = (name: string, common: number) =>
    configMap(name, [0, 1, 2, 3, 4].map((index) => `k${index}: ${index < common ? index : `${name}${index}`}`).join());
  assertEquals(pairs(resources(like("a", 4), like("z", 5)), resources(like("n", 5))), ["a=", "z=n"]);
  assertEquals(pairs(resources(like("z", 5)), resources(like("a", 4), like("n", 5))), ["=a", "z=n"]);
  assertEquals(pairs(resources(like("z", 5)), resources(like("n", 3))), ["z=n"]);
  assertEquals(pairs(resources(like("z", 5)), resources(like("n", 2))), ["z=", "=n"]);
});

Deno.test("pairResources() ignores what more than six of a side have in common", () => {
  const side = (prefix: string, count: number) =>
    resources(...Array.from({ length: count }, (_, index) => configMap(`${prefix}${index}`, "k: x")));
  assertEquals(pairs(side("a", 6), side("b", 6)), ["a0=b0", "a1=b1", "a2=b2", "a3=b3", "a4=b4", "a5=b5"]);
  assertEquals(pairs(side("a", 7), side("b", 1)).at(-1), "=b0");
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
  const start = threadMs();
  assertEquals(
    pairs(before, after).every((pair) => pair.replace("old", "new").split("=")[0] === pair.split("=")[1]),
    true,
  );
  assert(threadMs() - start < 5000);
});

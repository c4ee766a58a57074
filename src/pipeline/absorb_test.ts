import { assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import type { Code } from "../diagnostics/code.ts";
import type { Behavior } from "../model/history.ts";
import { updateHistory } from "../model/resource.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf, setOf } from "../testing/model.ts";
import { parsed } from "../testing/yaml.ts";
import { scalarText } from "../yaml/tree/node.ts";
import { absorb } from "./absorb.ts";

const map = (name: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}`;

/** Message and hint of the failure to add `name` to a set. */
function failure(code: Code, set: string[], name: string, behavior: Behavior, generator = "{}", fromHelm = false) {
  const [resource] = resourcesOf(map(name));
  updateHistory(resource!, { behavior, fromHelm });
  const existing = setOf(set.join("\n---\n"));
  const { message, hint } = diagnosticOf(code, () => absorb(existing, resource!, parsed(generator), NEWEST));
  return [message, hint];
}

Deno.test("what a generator cannot merge with or replace is an error that names candidates", () => {
  const missing = (names: string[], behavior: Behavior = "merge") =>
    failure("no-match", names.map(map), "web", behavior);
  assertEquals(missing([]), [
    "there is no ConfigMap 'web' to merge with",
    "use 'behavior: create', or add the base that has it to 'resources'",
  ]);
  assertEquals(missing(["wep"], "replace"), ["there is no ConfigMap 'web' to replace", "did you mean 'wep'?"]);
  const many = Array.from({ length: 11 }, (_, index) => `other-${index}`);
  assertEquals(missing(many)[1], `candidates: ${many.slice(0, 10).join(", ")}`);
});

Deno.test("what a generator adds must be new", () => {
  const twice = (generator: string) => failure("resource-conflict", [map("web")], "web", "unspecified", generator);
  const usual = ["ConfigMap 'web' already exists", "add 'behavior: merge' or 'behavior: replace'"];
  assertEquals(twice("{name: web}"), usual);
  assertEquals(twice("{behavior: create}"), usual);
  assertEquals(twice("{behavior: mrge}"), [
    "unknown behavior 'mrge', and ConfigMap 'web' already exists",
    "did you mean 'merge'?",
  ]);
  const [message, hint] = failure("resource-conflict", [map("web")], "web", "unspecified", "{name: redis}", true);
  assertEquals([message, hint?.slice(0, 20)], [
    "the chart 'redis' renders ConfigMap 'web', which exists already",
    "remove the other one",
  ]);
});

Deno.test("merging encodes what a Secret has as text, and nothing of other kinds", () => {
  const merged = (type: string) => {
    const set = setOf(`{${type}, metadata: {name: a}, data: {b: eQ==}, stringData: {c: x}}`);
    const [resource] = resourcesOf(`{${type}, metadata: {name: a}, data: {d: eg==}}`);
    updateHistory(resource!, { behavior: "merge" });
    absorb(set, resource!, parsed("{}"), NEWEST);
    const data = set.resources[0]!.node.get("data");
    return data?.kind === "mapping" && data.entries.map(({ key }) => scalarText(key)).join();
  };
  const types = ["apiVersion: v1, kind: Secret", "apiVersion: x/v1, kind: Secret", "apiVersion: v1, kind: Other"];
  assertEquals(types.map(merged), ["b,c,d", "b,d", "b,d"]);
});

Deno.test("a chart may not render an object twice", () => {
  const [first, second] = resourcesOf(`${map("web")}\n---\n${map("web")}`);
  const set = setOf("");
  set.append(first!);
  updateHistory(second!, { fromHelm: true });
  const { message } = diagnosticOf("resource-conflict", () => absorb(set, second!, parsed("{name: redis}"), NEWEST));
  assertEquals(message, "the chart 'redis' renders ConfigMap 'web', which it has rendered already");
});

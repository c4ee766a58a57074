import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { apply, namesIn, setOf } from "../testing/model.ts";
import { prefix, suffix } from "./affix.ts";

const fieldSpecs = [{ path: "metadata/name", create: false }];

Deno.test("names get prefixes and suffixes, except for kinds whose names have a meaning elsewhere", () => {
  const set = setOf(`{apiVersion: v1, kind: Secret, metadata: {name: a}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: a}}
---
{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a}}
---
{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: a}}
---
{apiVersion: example.com/v1, kind: APIService, metadata: {name: a}}
`);
  apply(prefix({ prefix: "p-", fieldSpecs }), set);
  apply(suffix({ suffix: "-s", fieldSpecs }), set);
  const expected = ["Secret/p-a-s", "Namespace/a", "CustomResourceDefinition/a", "APIService/a", "APIService/p-a-s"];
  assertEquals(namesIn(set), expected);
});

Deno.test("the history keeps prefixes, suffixes and all earlier names", () => {
  const set = setOf("{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: n}}");
  apply(prefix({ prefix: "p-", fieldSpecs }), set);
  apply(suffix({ suffix: "-s", fieldSpecs }), set);
  const resource = set.resources[0]!;
  const { history, originalId } = resource;
  assertEquals(history.prefixes, ["p-"]);
  assertEquals(history.suffixes, ["-s"]);
  assertEquals(history.previousIds, [
    { name: "a", namespace: "n", kind: "Secret" },
    { name: "p-a", namespace: "n", kind: "Secret" },
  ]);
  assertEquals(originalId.name, "a");
  assertEquals(set.byCurrentId(resource), [resource]);
});

Deno.test("an empty prefix leaves no trace; a spec selects by the original kind", () => {
  const set = setOf("{apiVersion: v1, kind: Secret, metadata: {name: a}, spec: {name: b}}");
  apply(prefix({ prefix: "", fieldSpecs }), set);
  assertEquals(set.resources[0]!.history.previousIds, []);
  apply(prefix({ prefix: "p-", fieldSpecs: [{ ...fieldSpecs[0]!, kind: "Service" }] }), set);
  assertEquals(namesIn(set), ["Secret/a"]);
});

Deno.test("a change of the name drops empty annotations, and rejects a list", () => {
  for (const annotations of ["{}", "[]", "null", "text"]) {
    const set = setOf(`{kind: Secret, metadata: {name: a, annotations: ${annotations}}}`);
    apply(prefix({ prefix: "p-", fieldSpecs }), set);
    assertEquals(set.resources[0]!.metadata!.get("annotations"), undefined);
  }
  const set = setOf("{kind: Secret, metadata: {name: a, annotations: [b]}}");
  diagnosticOf("wrong-type", () => apply(prefix({ prefix: "p-", fieldSpecs }), set));
});

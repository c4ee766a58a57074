import { assertEquals } from "@std/assert";
import type { ValueAddTarget } from "../kustomization/types.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { apply, namesIn, setOf, textOfSet } from "../testing/model.ts";
import { valueAdd } from "./value_add.ts";

const FOO = "kind: Foo\nmetadata:\n  name: f\n";

function added(yaml: string, target: Partial<ValueAddTarget>, value = "PEACH") {
  const set = setOf(yaml);
  apply(valueAdd({ value, targets: [{ fieldPath: "path", filePathPosition: 0, ...target }] }), set);
  return set;
}

function pathWith(path: string, filePathPosition: number): string {
  return /path: (.*)/.exec(textOfSet(added(`path: ${path}\n`, { filePathPosition })))![1]!;
}

Deno.test("a value replaces a field, or creates it with all missing parents", () => {
  assertEquals(textOfSet(added(`${FOO}path: old\n`, {})), `${FOO}path: PEACH\n`);
  assertEquals(textOfSet(added(FOO, { fieldPath: "spec/x\\/y" })), `${FOO}spec:\n  x/y: PEACH\n`);
  assertEquals(
    textOfSet(added(FOO, { fieldPath: "spec/list/[name=a]/b" })),
    `${FOO}spec:\n  list:\n  - b: PEACH\n    name: a\n`,
  );
  assertEquals(textOfSet(added("list:\n- a: b\n", { fieldPath: "list/-/a" })), "list:\n- a: PEACH\n");
  assertEquals(textOfSet(added("list: []\n", { fieldPath: "list/[=x]" })), "list:\n- PEACH\n");
});

Deno.test("a null and a missing index end the path silently", () => {
  assertEquals(textOfSet(added("a: null\n", { fieldPath: "a/b" })), "a: null\n");
  assertEquals(textOfSet(added("a: []\n", { fieldPath: "a/0/b" })), "a: []\n");
});

Deno.test("a position inserts the value among the steps of a path", () => {
  assertEquals(pathWith("/", 1), "/PEACH");
  assertEquals(pathWith("pie", 1), "PEACH/pie");
  assertEquals(pathWith("/pie", 1), "/PEACH/pie");
  assertEquals(pathWith("raw", 2), "raw/PEACH");
  assertEquals(pathWith("/a/nice/warm/pie", 4), "/a/nice/warm/PEACH/pie");
  assertEquals(pathWith("a/b", 9999), "a/b/PEACH");
});

Deno.test("a namespace follows the rules of namespaces", () => {
  const yaml = "kind: Secret\nmetadata: {name: a}\n---\nkind: ClusterRole\nmetadata: {name: b}\n";
  assertEquals(namesIn(added(yaml, { fieldPath: "metadata/namespace" })), ["PEACH:Secret/a", "ClusterRole/b"]);
});

Deno.test("a selector chooses the resources", () => {
  const all = { group: "", version: "", kind: "", name: "", namespace: "", annotationSelector: "", labelSelector: "" };
  const yaml = "kind: Secret\n---\nkind: Foo\n";
  assertEquals(
    textOfSet(added(yaml, { selector: { ...all, kind: "Foo" } })),
    "kind: Secret\n---\nkind: Foo\npath: PEACH\n",
  );
});

Deno.test("wrong targets, paths and fields are errors", () => {
  diagnosticOf("missing-field", () => valueAdd({ value: "v", targets: [] }));
  diagnosticOf("missing-field", () => added(FOO, { fieldPath: "" }));
  diagnosticOf("invalid-value", () => added(FOO, { filePathPosition: -1 }));
  diagnosticOf("field-not-found", () => added(FOO, { fieldPath: "a/*" }));
  diagnosticOf("field-not-found", () => added("a: []\n", { fieldPath: "a/[x]" }));
  diagnosticOf("field-not-found", () => added("a: []\n", { fieldPath: "a/0/b", filePathPosition: 1 }));
  diagnosticOf("wrong-type", () => added(FOO, { fieldPath: "kind/b" }));
  diagnosticOf("wrong-type", () => added(FOO, { fieldPath: "metadata" }));
});

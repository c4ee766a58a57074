import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { apply, setOf, textOfSet } from "../testing/model.ts";
import type { FieldSpec } from "../model/fields/spec.ts";
import { MAX_ADDED_NODES } from "../yaml/value/growth.ts";
import { annotations, labels } from "./metadata_entries.ts";

const METADATA: FieldSpec = { path: "metadata/labels", create: true };
const SELECTOR: FieldSpec = { path: "spec/selector", create: true, kind: "Service" };

Deno.test("labels are added as text wherever the specs lead, and overwrite existing ones", () => {
  const set = setOf("kind: Service\nmetadata:\n  labels:\n    a: 'old'\n    z: 1\n---\nkind: Secret\n");
  apply(labels({ labels: new Map([["b", "true"], ["a", "1"]]), fieldSpecs: [METADATA, SELECTOR] }), set);
  assertEquals(
    textOfSet(set),
    `kind: Service
metadata:
  labels:
    a: "1"
    b: "true"
    z: 1
spec:
  selector:
    a: "1"
    b: "true"
---
kind: Secret
metadata:
  labels:
    a: "1"
    b: "true"
`,
  );
});

Deno.test("a label added in two places is one node: a later change of one changes the other", () => {
  const set = setOf("kind: Service\n");
  apply(labels({ labels: new Map([["a", "1"]]), fieldSpecs: [METADATA, SELECTOR] }), set);
  apply(labels({ labels: new Map([["a", "2"]]), fieldSpecs: [METADATA] }), set);
  assertEquals(textOfSet(set), 'kind: Service\nmetadata:\n  labels:\n    a: "2"\nspec:\n  selector:\n    a: "2"\n');
});

Deno.test("a field created for one label exists for the next", () => {
  const set = setOf("kind: Deployment\n");
  const fieldSpecs = [{ path: "spec/selector", create: false }, { path: "spec/selector/matchLabels", create: true }];
  apply(labels({ labels: new Map([["a", "x"], ["b", "x"]]), fieldSpecs }), set);
  assertEquals(
    textOfSet(set),
    "kind: Deployment\nspec:\n  selector:\n    b: x\n    matchLabels:\n      a: x\n      b: x\n",
  );
});

Deno.test("without create, null stays null; a list is an error", () => {
  const spec: FieldSpec = { path: "spec/labels", create: false };
  const set = setOf("spec:\n  labels:\n");
  apply(labels({ labels: new Map([["a", "1"]]), fieldSpecs: [spec] }), set);
  assertEquals(textOfSet(set), "spec:\n  labels: null\n");
  const wrong = setOf("kind: Foo\nmetadata: {name: f}\nspec:\n  labels: []\n");
  const transform = labels({ labels: new Map([["a", "1"]]), fieldSpecs: [spec] });
  const { message } = diagnosticOf("wrong-type", () => apply(transform, wrong));
  assertEquals(message, "spec/labels of Foo 'f' must be a mapping, but is a list");
});

Deno.test("annotations follow the same rules", () => {
  const set = setOf("kind: Secret\n");
  const fieldSpecs = [{ path: "metadata/annotations", create: true }];
  apply(annotations({ annotations: new Map([["a", "on"]]), fieldSpecs }), set);
  assertEquals(textOfSet(set), 'kind: Secret\nmetadata:\n  annotations:\n    a: "on"\n');
});

Deno.test("the number of new labels is limited for all resources of a build together", () => {
  const set = setOf("kind: Service\nmetadata: {labels: {a: x}}\n---\nkind: Secret\n");
  const { growth } = set;
  growth.nodes = MAX_ADDED_NODES - 3;
  const transform = labels({ labels: new Map([["a", "1"], ["b", "2"]]), fieldSpecs: [METADATA] });
  apply(transform, set);
  assertEquals(growth, { nodes: MAX_ADDED_NODES, characters: 6 });
  // All of them are there now.
  apply(transform, set);
  const more = labels({ labels: new Map([["c", "3"]]), fieldSpecs: [METADATA] });
  assertEquals(
    diagnosticOf("too-large", () => apply(more, set)).message,
    "labels and annotations add more than 5000000 values to this build",
  );
});

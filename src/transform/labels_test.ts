import { assertEquals } from "@std/assert";
import { diagnosticOf, setOf, textOfSet } from "../testing/model.ts";
import type { FieldSpec } from "../model/fields/spec.ts";
import { AnnotationsTransformer } from "./annotations.ts";
import { LabelTransformer } from "./labels.ts";

const METADATA: FieldSpec = { path: "metadata/labels", create: true };
const SELECTOR: FieldSpec = { path: "spec/selector", create: true, kind: "Service" };

Deno.test("labels are added, as text, where the specs lead; what is there is overwritten", () => {
  const set = setOf("kind: Service\nmetadata:\n  labels:\n    a: 'old'\n    z: 1\n---\nkind: Secret\n");
  new LabelTransformer({ labels: new Map([["b", "true"], ["a", "1"]]), fieldSpecs: [METADATA, SELECTOR] }).transform(
    set,
  );
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

Deno.test("a label added in two places is one: a later change of one changes the other", () => {
  const set = setOf("kind: Service\n");
  new LabelTransformer({ labels: new Map([["a", "1"]]), fieldSpecs: [METADATA, SELECTOR] }).transform(set);
  new LabelTransformer({ labels: new Map([["a", "2"]]), fieldSpecs: [METADATA] }).transform(set);
  assertEquals(textOfSet(set), 'kind: Service\nmetadata:\n  labels:\n    a: "2"\nspec:\n  selector:\n    a: "2"\n');
});

Deno.test("a field that one label makes is there for the next", () => {
  const set = setOf("kind: Deployment\n");
  const fieldSpecs = [{ path: "spec/selector", create: false }, { path: "spec/selector/matchLabels", create: true }];
  new LabelTransformer({ labels: new Map([["a", "x"], ["b", "x"]]), fieldSpecs }).transform(set);
  assertEquals(
    textOfSet(set),
    "kind: Deployment\nspec:\n  selector:\n    b: x\n    matchLabels:\n      a: x\n      b: x\n",
  );
});

Deno.test("without create, null stays null; a list is an error", () => {
  const spec: FieldSpec = { path: "spec/labels", create: false };
  const set = setOf("spec:\n  labels:\n");
  new LabelTransformer({ labels: new Map([["a", "1"]]), fieldSpecs: [spec] }).transform(set);
  assertEquals(textOfSet(set), "spec:\n  labels: null\n");
  const wrong = setOf("kind: Foo\nmetadata: {name: f}\nspec:\n  labels: []\n");
  const transformer = new LabelTransformer({ labels: new Map([["a", "1"]]), fieldSpecs: [spec] });
  const { message } = diagnosticOf("wrong-type", () => transformer.transform(wrong));
  assertEquals(message, "spec/labels of Foo 'f' must be a mapping, but is a list");
});

Deno.test("annotations go the same way", () => {
  const set = setOf("kind: Secret\n");
  const fieldSpecs = [{ path: "metadata/annotations", create: true }];
  new AnnotationsTransformer({ annotations: new Map([["a", "on"]]), fieldSpecs }).transform(set);
  assertEquals(textOfSet(set), 'kind: Secret\nmetadata:\n  annotations:\n    a: "on"\n');
});

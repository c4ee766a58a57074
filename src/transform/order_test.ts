import { assertEquals } from "@std/assert";
import type { SortOptions } from "../kustomization/types.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { namesIn, setOf } from "../testing/model.ts";
import { sortResources } from "./order.ts";

const YAML = [
  "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}}",
  "{apiVersion: example.com/v1, kind: Foo, metadata: {name: b}}",
  "{apiVersion: v1, kind: Service, metadata: {name: c}}",
  "{apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration, metadata: {name: d}}",
  "{apiVersion: v1, kind: Pod, metadata: {name: e}}",
  "{apiVersion: v1, kind: Secret, metadata: {name: g, namespace: b}}",
  "{apiVersion: v1, kind: Secret, metadata: {name: h, namespace: a}}",
  "{apiVersion: v1, kind: Secret, metadata: {name: f}}",
  "{apiVersion: example.com/v1, kind: Namespace, metadata: {name: i}}",
  "{apiVersion: v1, kind: Namespace, metadata: {name: j}}",
].join("\n---\n");

function kindsAndNames(options: SortOptions): string {
  const set = setOf(YAML);
  sortResources(set, options);
  return namesIn(set).map((name) => name.at(-1)).join("");
}

Deno.test("fifo keeps the order", () => {
  assertEquals(kindsAndNames({ order: "fifo" }), "abcdeghfij");
});

Deno.test("legacy sorts by kind, then by group, namespace and name; core Namespaces come first", () => {
  assertEquals(kindsAndNames({ order: "legacy" }), "jihgfcabed");
});

Deno.test("legacySortOptions replace both lists", () => {
  const legacySortOptions = { orderFirst: ["Service", "Foo"], orderLast: ["Deployment"] };
  assertEquals(kindsAndNames({ order: "legacy", legacySortOptions }), "cbdjiehgfa");
});

Deno.test("wrong options are errors", () => {
  const { message, hint } = diagnosticOf("invalid-value", () => kindsAndNames({ order: "legcay" }));
  assertEquals(message, "sortOptions.order must be fifo or legacy, but is 'legcay'");
  assertEquals(hint, "did you mean 'legacy'?");
  const missing = diagnosticOf("invalid-value", () => kindsAndNames({ order: "" }));
  assertEquals(missing.message, "sortOptions.order must be fifo or legacy, but is missing");
  const legacySortOptions = { orderFirst: [], orderLast: [] };
  diagnosticOf("invalid-value", () => kindsAndNames({ order: "fifo", legacySortOptions }));
});

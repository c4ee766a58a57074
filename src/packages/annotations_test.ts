import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parsed } from "../testing/yaml.ts";
import type { Node } from "../yaml/tree/node.ts";
import { printStyled } from "../yaml/write/print_styled.ts";
import { clearAnnotation, metaOf, setAnnotation } from "./annotations.ts";
import { pathOf } from "./package_annotations.ts";

function changed(text: string, change: (root: Node) => void): string {
  const root = parsed(text);
  change(root);
  return printStyled(root);
}

Deno.test("clearAnnotation() changes nothing if there are no annotations, and refuses what cannot have any", () => {
  const clear = (root: Node) => clearAnnotation(root, "a");
  for (
    const text of ["kind: A\n", "metadata:\n", "metadata: {annotations: null}\n", "metadata: {annotations: {b: c}}\n"]
  ) {
    assertEquals(changed(text, clear), text);
  }
  assertEquals(changed("metadata: {annotations: {a: b, c: d}}\n", clear), "metadata: {annotations: {c: d}}\n");
  for (const text of ["[]", "metadata: a", "metadata: {annotations: [a]}"]) {
    diagnosticOf("wrong-type", () => clear(parsed(text)));
  }
});

Deno.test("setAnnotation() adds in quotes, and keeps the style of what is there", () => {
  const set = (root: Node) => setAnnotation(root, "a", "new");
  assertEquals(changed("kind: A\n", set), "kind: A\nmetadata:\n  annotations:\n    a: 'new'\n");
  const cases = [["b", "new"], ['"b"', '"new"'], ["'b'", "'new'"], ["[b]", "new"]];
  for (const [before, after] of cases) {
    assertEquals(changed(`metadata: {annotations: {a: ${before}}}\n`, set), `metadata: {annotations: {a: ${after}}}\n`);
  }
});

Deno.test("metaOf() reads texts, of repeated annotations the first", () => {
  const meta = (text: string) => ({ ...metaOf(parsed(text)), annotations: [...metaOf(parsed(text)).annotations] });
  const nothing = { apiVersion: "", kind: "", name: "", namespace: "", annotations: [] };
  for (const text of ["{}", "[]", "{kind: , metadata: {name: ~}}", "metadata: a", "metadata: {annotations: a}"]) {
    assertEquals(meta(text), nothing, text);
  }
  const annotations = "{a: b, c: 1, d: }";
  assertEquals(meta(`{apiVersion: v1, kind: K, metadata: {name: n, namespace: s, annotations: ${annotations}}}`), {
    apiVersion: "v1",
    kind: "K",
    name: "n",
    namespace: "s",
    annotations: [["a", "b"], ["c", "1"], ["d", ""]],
  });
});

Deno.test("pathOf() prefers the present name", () => {
  const path = (annotations: string) => pathOf(parsed(`metadata: {annotations: {${annotations}}}`));
  const [present, legacy] = ["internal.config.kubernetes.io/path: a", "config.kubernetes.io/path: b"];
  assertEquals([path(`${legacy}, ${present}`), path(present), path(legacy), path("")], ["a", "a", "b", ""]);
});

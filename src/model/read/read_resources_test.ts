import { assertEquals } from "@std/assert";
import type { Code } from "../../diagnostics/code.ts";
import { Source } from "../../diagnostics/source.ts";
import { print } from "../../yaml/write/print.ts";
import { readResources } from "./read_resources.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";

function read(text: string): string[] {
  return readResources(new Source("r.yaml", text)).map(({ node }) => print(node));
}

/** `kind/name` of each resource. */
function idsOf(text: string): string {
  return readResources(new Source("r.yaml", text)).map(({ kind, name }) => `${kind}/${name}`).join(" ");
}

const X = "kind: X\nmetadata: {name: x}\n";
const Y = "kind: Y\nmetadata: {name: y}\n";

Deno.test("readResources() reads documents, and skips empty ones", () => {
  assertEquals(idsOf(`\ufeff# head\n---\n${X}---\n# nothing\n---\nnull\n---\n{}\n---\n[]\n--- # y\n${Y}`), "X/x Y/y");
  assertEquals(idsOf(""), "");
  assertEquals(idsOf(`${X}...\nignored: [\n`), "X/x");
});

Deno.test("readResources() reads JSON, and line breaks of Windows", () => {
  assertEquals(read('{"kind": "X", "metadata": {"name": "x"}, "a": "\\u00e9\\n"}'), [
    "a: |\n  é\nkind: X\nmetadata:\n  name: x\n",
  ]);
  assertEquals(idsOf(`${X}---\n${Y}`.replaceAll("\n", "\r\n")), "X/x Y/y");
});

Deno.test("readResources() expands List in a text of one document, in place", () => {
  const list = `kind: List\nitems:\n- ${X.replace("\n", "\n  ")}-\n- ${Y.replace("\n", "\n  ")}`;
  assertEquals(idsOf(list), "X/x Y/y");
  assertEquals(idsOf("kind: List\nitems:\n"), "");
  assertEquals(idsOf("kind: ResourceList\nfunctionConfig: {a: b}\n"), "");
  assertEquals(idsOf("kind: List\nmetadata: {name: z}\n"), "List/z");
});

Deno.test("readResources() puts the items of other lists last, in the form that JSON leaves", () => {
  const list = "kind: XList\nitems:\n- kind: X\n  metadata: {name: x}\n  a: 0644\n  b: {c: }\n";
  assertEquals(idsOf(`${list}---\n${Y}`), "Y/y X/x");
  const items = readResources(new Source("r.yaml", `${list}---\n${Y}`));
  assertEquals(items.map(({ history }) => history.isConverted), [false, true]);
  assertEquals(read(list), ["a: 420\nb:\n  c: null\nkind: X\nmetadata:\n  name: x\n"]);
  assertEquals(idsOf(`kind: List\nitems:\n- ${X.replace("\n", "\n  ")}---\n${Y}`), "Y/y X/x");
  assertEquals(idsOf(`kind: YList\nitems: null\n`), "");
  assertEquals(idsOf(`kind: YList\n`), "YList/");
});

Deno.test("readResources() expands aliases", () => {
  assertEquals(read(`${X}a: &a {b: 1}\nc: {<<: *a, d: *a}\n`), [
    "a:\n  b: 1\nc:\n  b: 1\n  d:\n    b: 1\nkind: X\nmetadata:\n  name: x\n",
  ]);
});

Deno.test("readResources() adds a line break to a kept text before a document's last comment", () => {
  assertEquals(read(`${X}a: |+\n  b\n\n# end\n`), ["a: |+\n  b\n\n\nkind: X\nmetadata:\n  name: x\n"]);
  assertEquals(read(`${X}a: |\n  b\n\n# end\n`), ["a: |\n  b\nkind: X\nmetadata:\n  name: x\n"]);
});

Deno.test("readResources() recognizes an operation of a JSON patch", () => {
  const message = (text: string) => diagnosticOf("missing-kind", () => read(text)).message;
  assertEquals(message("op: add\npath: /a\n"), "a JSON patch must be a list of operations");
  for (const text of ["op: add\n", "path: /a\n", "op: ~\npath: /a\n"]) {
    assertEquals(message(text), "this object has no kind", text);
  }
});

Deno.test("readResources() rejects anything but resources, with the place", () => {
  const failures: [Code, string, number][] = [
    ["missing-kind", "metadata: {name: x}\n", 0],
    ["missing-kind", "kind: ~\nmetadata: {name: x}\n", 0],
    ["missing-name", "kind: X\n", 0],
    ["missing-name", "kind: X\nmetadata:\n  name: ~\n", 26],
    ["missing-name", `${X}---\nkind: Y\nmetadata: {labels: {}}`, 50],
    ["not-a-resource", "just text", 0],
    ["not-a-resource", "- a", 0],
    ["wrong-type", "kind: YList\nitems: {}", 19],
    ["not-a-resource", "kind: List\nitems: {a: b}", 19],
    ["missing-kind", "kind: YList\nitems: [{a: b}]", 20],
    ["not-a-resource", "kind: YList\nitems: [a]", 20],
    ["duplicate-key", `${X}kind: Y\n`, 28],
  ];
  for (const [code, text, offset] of failures) {
    assertEquals([text, diagnosticOf(code, () => read(text)).place?.offset], [text, offset]);
  }
});

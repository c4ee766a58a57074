import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { readStream } from "./read_stream.ts";
import { type WriteOptions, writeStream } from "./write_stream.ts";

function rewritten(text: string, options: WriteOptions = {}): string {
  const annotations = { "internal.config.kubernetes.io/path": "a.yaml" };
  return writeStream(readStream(new Source("a", text), { annotations, unwraps: false }).items, {
    clears: ["internal.config.kubernetes.io/path", "config.kubernetes.io/path"],
    ...options,
  });
}

Deno.test("writeStream() keeps the style of a document, unless there are others", () => {
  const styles = (...styles: string[]) => rewritten("{a: b}\n---\nc: d\n", { styles });
  assertEquals(styles(), "{a: b}\n---\nc: d\n");
  assertEquals(styles("Unknown"), "{a: b}\n---\nc: d\n");
  assertEquals(styles("LiteralStyle"), "a: b\n---\nc: d\n");
  assertEquals(styles("FlowStyle"), "{a: b}\n---\n{c: d}\n");
});

Deno.test("writeStream() shows tags if they are asked for, and always those of other types", () => {
  const tagged = (text: string, ...styles: string[]) => rewritten(text, { styles });
  assertEquals(tagged("!!map\na: b\n", "FlowStyle"), "{a: b}\n");
  assertEquals(tagged("a: b\n", "TaggedStyle"), "!!map\na: b\n");
  for (const style of ["FoldedStyle", "TaggedStyle"]) {
    assertEquals(tagged("!own\na: b\n", style), "!own\na: b\n", style);
  }
});

Deno.test("writeStream() keeps the annotations of the reader if asked", () => {
  const [index, legacy] = ["internal.config.kubernetes.io/index: '0'", "config.kubernetes.io/index: '0'"];
  assertEquals(rewritten("a: b\n", { keepsAnnotations: true }).split("\n"), [
    "a: b",
    "metadata:",
    "  annotations:",
    `    ${legacy}`,
    `    ${index}`,
    "",
  ]);
});

Deno.test("writeStream() wraps resources, with their comments but without those around them", () => {
  const { items } = readStream(new Source("a", "# head\n\n# a\na: b # line\n---\nc:\n- d # item\n"), {
    unwraps: false,
  });
  const wrapping = { apiVersion: "v1", kind: "List" };
  assertEquals(
    writeStream(items, { wrapping }),
    "apiVersion: v1\nkind: List\nitems:\n- # a\n  a: b # line\n- c:\n  - d # item\n",
  );
  const [first, second] = items;
  assertEquals(
    writeStream([second!], { wrapping: { ...wrapping, functionConfig: first }, styles: ["FlowStyle"] }).split("\n")[0],
    "{apiVersion: v1, kind: List, items: [{c: [d, # item",
  );
});

Deno.test("writeStream() writes a resource alone as JSON if that is its file, and nothing without resources", () => {
  const text = "a: &x 1\nb: *x\nmetadata: {annotations: {config.kubernetes.io/path: a.json}}\n";
  const written = (text: string, options = {}) =>
    writeStream(readStream(new Source("a", text), { unwraps: false }).items, {
      clears: ["config.kubernetes.io/path"],
      ...options,
    });
  assertEquals(written(text), '{\n  "a": 1,\n  "b": 1\n}\n');
  assertEquals(written(text.replace("json", "yaml")), "a: &x 1\nb: *x\n");
  assertEquals(written(`${text}---\nc: d\n`), "a: &x 1\nb: *x\n---\nc: d\n");
  assertEquals(written(""), "");
});

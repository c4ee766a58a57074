import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import type { Node } from "../yaml/tree/node.ts";
import { contentOf, type Field } from "./field.ts";
import { FieldRecorder } from "./record.ts";

/** A definition whose schema is read on demand. */
function definition(type: string): Node {
  const text = `schema:\n  openAPIV3Schema:\n    properties:\n      a:\n        type: ${type}\nx: 1\n`;
  return parseDocument(new Source("crd.yaml", text))!;
}

function fieldAt(field: Field, ...keys: string[]): Field | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return field;
  const content = contentOf(field);
  const inner = content.kind === "mapping" ? content.fields.get(key) : undefined;
  return inner && fieldAt(inner, ...rest);
}

Deno.test("a schema that is read on demand has a new writer only if its text changes", () => {
  const field = new FieldRecorder({ kind: "load" }).record(definition("string"));
  const writers = (...keys: string[]) => fieldAt(field, ...keys)?.writers.map(({ step }) => step.kind);
  new FieldRecorder({ kind: "same" }).update(field, definition("string"));
  assertEquals([writers("schema"), writers("x")], [["load"], ["load"]]);
  new FieldRecorder({ kind: "other" }).update(field, definition("integer"));
  assertEquals([writers("schema", "openAPIV3Schema")?.at(-1), writers("x")], ["other", ["load"]]);
});

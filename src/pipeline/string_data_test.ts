import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { parsed } from "../testing/yaml.ts";
import { Mapping } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";
import { foldStringData } from "./string_data.ts";

function mappingOf(text: string): Mapping {
  const node = parsed(text);
  return node.kind === "mapping" ? node : new Mapping();
}

function folded(text: string): string {
  const node = mappingOf(text);
  foldStringData(node);
  return print(node);
}

Deno.test("foldStringData() encodes values of a Secret, over those that are there", () => {
  assertEquals(
    folded("{kind: Secret, stringData: {a: x, b: ~}}"),
    'data:\n  a: eA==\n  b: ""\nkind: Secret\nstringData:\n  a: x\n  b: null\n',
  );
  assertEquals(
    folded("{kind: Secret, data: {a: eQ==, c: eg==}, stringData: {a: x}}"),
    "data:\n  a: eA==\n  c: eg==\nkind: Secret\nstringData:\n  a: x\n",
  );
});

Deno.test("foldStringData() leaves other kinds alone, and Secrets without the field", () => {
  for (
    const text of [
      "{kind: ConfigMap, stringData: {a: x}}",
      "{stringData: {a: x}}",
      "{kind: [Secret], stringData: {a: x}}",
      "{kind: Secret, stringData: ~}",
      "{kind: Secret}",
    ]
  ) {
    assertEquals(folded(text), print(mappingOf(text)), text);
  }
});

Deno.test("foldStringData() rejects other types", () => {
  const code = (text: string) => assertThrows(() => folded(text), KustError).diagnostic.code;
  for (const text of ["stringData: []", "stringData: {a: []}", "stringData: {a: x}, data: []"]) {
    assertEquals(code(`{kind: Secret, ${text}}`), "wrong-type", text);
  }
});

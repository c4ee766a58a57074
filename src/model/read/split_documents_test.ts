import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { splitDocuments } from "./split_documents.ts";

function split(text: string): string[] {
  return splitDocuments(new Source("r.yaml", text)).map(({ start, end }) => text.slice(start, end));
}

Deno.test("splitDocuments() splits at lines that start with three dashes", () => {
  assertEquals(split(""), []);
  assertEquals(split("a\n---\nb\n"), ["a\n", "b\n"]);
  assertEquals(split("a\r\n--- # next\r\nb"), ["a\r\n", "b"]);
  assertEquals(split("a\n---# no YAML mark\nb"), ["a\n", "b"]);
});

Deno.test("splitDocuments() finds no separator in the first line, nor in a last line without a line break", () => {
  assertEquals(split("---\na\n---"), ["---\na\n---"]);
  assertEquals(split("a\n---\n---\nb\n"), ["a\n", "---\nb\n"]);
  assertEquals(split("a\n---\n"), ["a\n", ""]);
  assertEquals(split("\n---\na\n"), ["\n", "a\n"]);
  assertEquals(split("a\n---\n\n---\nb\n"), ["a\n", "\n", "b\n"]);
});

Deno.test("splitDocuments() rejects anything but a comment after the dashes", () => {
  for (const line of ["--- b", "----", "---x"]) {
    const { diagnostic } = assertThrows(() => split(`a\n${line}\n`), KustError);
    assertEquals([diagnostic.code, diagnostic.place?.offset], ["document-separator", 2]);
  }
});

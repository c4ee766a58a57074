import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { inlineOrPath } from "./inline_or_path.ts";
import { parseDocument } from "./parse.ts";

Deno.test("inlineOrPath() takes one line that cannot be read as a path, and reports several", () => {
  const read = (value: string, by: (source: Source) => unknown = parseDocument) =>
    inlineOrPath({ value }, "inline", by);
  assertEquals(read("a: b", ({ name, text }) => [name, text]), ["inline", "a: b"]);
  assertEquals(read("[a"), undefined);
  assertThrows(() => read("a: b\n[a"), KustError);
  for (const value of ["a", "a\nb"]) assertThrows(() => read(value, () => JSON.parse("")), SyntaxError);
});

import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { ParsedFiles } from "./parsed_files.ts";

/** Whether each of three readings of a file parses its text. */
function parses(files: ParsedFiles): boolean[] {
  const source = new Source("a.yaml", "");
  let reads = 0;
  Object.defineProperty(source, "text", { get: () => (reads++, "apiVersion: v1\nkind: A\nmetadata: {name: a}\n") });
  return [1, 2, 3].map(() => {
    const before = reads;
    assertEquals(files.resources(source).length, 1);
    return reads > before;
  });
}

Deno.test("a file's resources are kept from the second reading on, or at once", () => {
  const files = new ParsedFiles();
  assertEquals(parses(files), [true, true, false]);
  files.keepsAtOnce = true;
  assertEquals(parses(files), [true, false, false]);
});

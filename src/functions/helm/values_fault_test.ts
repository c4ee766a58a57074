import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { valuesFault } from "./values_fault.ts";

function fault(said: string, text: string): [line: number, column: number, said: string] | undefined {
  const files = new Map([["$TMP/v.yaml", () => new Source("app/values.yaml", text)]]);
  const found = valuesFault(said, files);
  if (found === undefined) return undefined;
  const { line, column } = found.place.source.position(found.place.offset);
  return [line, column, found.said];
}

Deno.test("valuesFault() finds the file that helm cannot read, and the place in it", () => {
  const failed = "earlier\nError: failed to parse $TMP/v.yaml: yaml: line 3: it broke";
  const shown = "earlier\nError: failed to parse app/values.yaml: yaml: line 3: it broke";
  assertEquals(fault(failed, "a: 1\nb: [\nc: 2\n"), [2, 4, shown]);
  // What only helm refuses.
  assertEquals(fault(failed, "a: 1\na: 2\nc: 3\n"), [3, 1, shown]);
  assertEquals(fault("Error: cannot load $TMP/v.yaml: it is a list", "- a\n"), [
    1,
    1,
    "Error: cannot load app/values.yaml: it is a list",
  ]);
  assertEquals(fault("Error: failed to parse other.yaml: line 3", "a: 1\n"), undefined);
  assertEquals(fault("Error: no such chart", "a: 1\n"), undefined);
});

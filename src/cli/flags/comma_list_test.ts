import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { splitCommas } from "./comma_list.ts";

Deno.test("splitCommas() splits like a line of CSV", () => {
  const cases: [text: string, elements: string[]][] = [
    ["", []],
    ["a", ["a"]],
    ["a,b", ["a", "b"]],
    [",a", ["", "a"]],
    ["a,", ["a", ""]],
    [",", ["", ""]],
    ['"a,b",c', ["a,b", "c"]],
    ['"a ""b"""', ['a "b"']],
    ['a,""', ["a", ""]],
  ];
  for (const [text, elements] of cases) assertEquals(splitCommas(text, "--f"), elements, text);
  for (const text of ['a"b', '"a"b', '"a', 'a,"']) {
    diagnosticOf("invalid-flag-value", () => splitCommas(text, "--f"));
  }
});

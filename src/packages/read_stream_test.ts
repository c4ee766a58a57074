import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { printCommented } from "../yaml/write/print_styled.ts";
import { type ReadOptions, readStream } from "./read_stream.ts";

/** The text of each item. */
function itemsOf(text: string, options: ReadOptions = { unwraps: true }): string[] {
  return readStream(new Source("a.yaml", text), options).items.map(printCommented);
}

Deno.test("readStream() skips documents without a value", () => {
  assertEquals(itemsOf("---\n# nothing\n---\nnull\n---\na: b\n---\n~\n"), ["a: b\n"]);
});

Deno.test("readStream() keeps keys that are repeated", () => {
  assertEquals(itemsOf("a: 1\na: 2\n"), ["a: 1\na: 2\n"]);
});

Deno.test("readStream() unwraps a list that is alone", () => {
  const cases: [text: string, items: string[]][] = [
    ["kind: List\nitems: [{a: 1}, {b: 2}]\n", ["{a: 1}\n", "{b: 2}\n"]],
    ["kind: ResourceList\nfunctionConfig: {a: 1}\n", []],
    ["kind: ResourceList\nitems: {{a: 1}: {b: 2}}\n", ["{a: 1}\n", "{b: 2}\n"]],
    ["kind: List\n", ["kind: List\n"]],
    ["kind: Other\nitems: []\n", ["kind: Other\nitems: []\n"]],
    ["kind: List\nitems: []\n---\na: 1\n", ["kind: List\nitems: []\n", "a: 1\n"]],
    ["[a]\n", ["[a]\n"]],
  ];
  for (const [text, items] of cases) assertEquals(itemsOf(text), items, text);
  assertEquals(itemsOf("kind: List\nitems: []\n", { unwraps: false }), ["kind: List\nitems: []\n"]);
});

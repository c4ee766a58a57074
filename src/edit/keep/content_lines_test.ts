import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import type { Mapping } from "../../yaml/tree/node.ts";
import { contentLines } from "./content_lines.ts";

Deno.test("contentLines() omits comments and empty lines between content", () => {
  const text = "l:\n# one\n- a: x\n  # two\n  b: |\n    # text\n\n    more\n- c # three\n";
  const lines = contentLines(text, (parseDocument(new Source("t", text)) as Mapping).entries[0]!.value);
  const covered = text.split(/(?<=\n)/).filter((line) =>
    lines.some(({ start, end }) => text.slice(start, end).includes(line))
  );
  assertEquals(covered, ["- a: x\n", "  b: |\n", "    # text\n", "\n", "    more\n", "- c # three\n"]);
});

import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { inlineSource } from "./inline_source.ts";
import { Mapping, Scalar } from "../tree/node.ts";
import { parseDocument } from "./parse.ts";

/** The position of `word` in `outer`, according to the inline text under the key `patch`. */
function positionOf(word: string, outer: string, trim = true) {
  const root = parseDocument(new Source("k.yaml", outer));
  const node = root instanceof Mapping ? root.get("patch") : undefined;
  if (!(node instanceof Scalar)) throw new Error("no scalar");
  const source = inlineSource(node, node.value, "unused", trim);
  const { line, column } = source.position(source.text.indexOf(word));
  return { name: source.name, line, column, text: source.line(line) };
}

Deno.test("inlineSource() points into a literal block, below blank lines that are trimmed", () => {
  const outer = "patch: |-\n\n  - op: add\n    path: /a\n";
  assertEquals(positionOf("path", outer), { name: "k.yaml", line: 4, column: 5, text: "    path: /a" });
  assertEquals(positionOf("op", outer, false), { name: "k.yaml", line: 3, column: 5, text: "  - op: add" });
  const close = outer.replace("\n\n", "\n");
  assertEquals(positionOf("path", close), { name: "k.yaml", line: 3, column: 5, text: "    path: /a" });
  assertEquals(positionOf("", "patch: |+\n\n", false), { name: "k.yaml", line: 2, column: 1, text: "" });
});

Deno.test("inlineSource() points into one-line texts", () => {
  assertEquals(positionOf("op", "patch: '[{op: add}]'\n").column, 11);
  assertEquals(positionOf("b", "patch: a b\n").column, 10);
});

Deno.test("inlineSource() points at the start of a text in any other form", () => {
  assertEquals(positionOf("b", 'patch: "a\\tb"\n').column, 8);
  assertEquals(positionOf("b", "patch: >\n  a\n  b\n").line, 1);
});

Deno.test("inlineSource() of a generated node has the given name", () => {
  const source = inlineSource(undefined, " a\n", "an inline patch", true);
  assertEquals([source.name, source.text], ["an inline patch", "a"]);
  assertEquals(inlineSource(undefined, " a\n", "an inline patch").text, " a\n");
});

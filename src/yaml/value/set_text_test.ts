import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { parsed } from "../../testing/yaml.ts";
import { Mapping, Scalar } from "../tree/node.ts";
import { overwriteScalar, setText } from "./set_text.ts";

function mapping(text: string): Mapping {
  const node = parsed(text);
  if (!(node instanceof Mapping)) throw new Error("no mapping");
  return node;
}

/** Style and tag of the field `a` after it was set in the text. */
function styleAfter(text: string, value: string): string {
  const root = mapping(text);
  setText(root, "a", value);
  const node = root.get("a");
  if (!(node instanceof Scalar)) throw new Error("no scalar");
  assertEquals([node.value, node.anchor, node.source], [value, "", undefined]);
  return `${node.style}${node.tag}`;
}

Deno.test("setText() keeps the style of a value, and quotes a new text that would be read as something else", () => {
  assertEquals(["a: 'x'", "a: x", "a: !!int 5", "a: &y x", "a: [x]", "a: {}"].map((text) => styleAfter(text, "5")), [
    "single",
    "plain",
    "plain",
    "plain",
    "plain",
    "plain",
  ]);
  assertEquals(["x", "yes", "5", ""].map((value) => styleAfter("b: c", value)), ["plain", "double", "double", "plain"]);
});

Deno.test("overwriteScalar() leaves out a tag that the quoted text alone would have", () => {
  const overwritten = (style: Scalar["style"], value: string, tag: string) => {
    const scalar = new Scalar("x", style, "", new Source("a.yaml", "x"));
    overwriteScalar(scalar, value, tag);
    return [scalar.tag, scalar.isTyped];
  };
  assertEquals(overwritten("double", "5", "!!int"), ["", true]);
  assertEquals(overwritten("double", "x", "!!int"), ["!!int", false]);
  assertEquals(overwritten("plain", "5", "!!int"), ["!!int", false]);
  const scalar = new Scalar("x", "double");
  overwriteScalar(scalar, "5", "!!int");
  overwriteScalar(scalar, "x", "!!str");
  assertEquals([scalar.tag, scalar.isTyped], ["!!str", false]);
});

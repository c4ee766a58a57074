import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { partOf, placeOf } from "../tree/place.ts";
import { describeNode } from "./describe_node.ts";
import { parseDocument } from "../read/parse.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { expectMapping } from "./wrong_kind.ts";
import { describeTag } from "../tree/describe.ts";

function valueOf(text: string) {
  const root = parseDocument(new Source("a.yaml", `a: ${text}\nb: c\n`));
  return root?.kind === "mapping" ? root.get("a")! : undefined!;
}

Deno.test("describeNode() describes a value without YAML's own terms", () => {
  const words = ["x", "'5'", "5", "1.5", "true", "~", "2024-01-31", "[1]", "{}", '"a\\nb"', "!!int 7", "!own z"];
  assertEquals(words.map((text) => describeNode(valueOf(text))), [
    "the string 'x'",
    "the string '5'",
    "the number 5",
    "the number 1.5",
    "the boolean true",
    "null",
    "the date 2024-01-31",
    "a list",
    "a mapping",
    "the string 'a\\nb'",
    "the number 7",
    "the string 'z'",
  ]);
  assertEquals(describeNode(valueOf("yes")), "the string 'yes'");
  assertEquals(describeNode(valueOf("yes"), "v2"), "the boolean yes");
  assertEquals(describeNode(valueOf("x".repeat(61))), `the string '${"x".repeat(60)}…'`);
  assertEquals(describeNode(valueOf("x".repeat(60))), `the string '${"x".repeat(60)}'`);
});

Deno.test("expectMapping() returns a mapping, and refuses anything else by its place", () => {
  assertEquals(expectMapping(valueOf("{}"), "'a'").kind, "mapping");
  const { message, place } = diagnosticOf("wrong-type", () => expectMapping(valueOf("[x]"), "'a'"));
  assertEquals([message, place?.offset], ["'a' must be a mapping, found a list", 3]);
});

Deno.test("describeTag() returns any other tag unchanged", () => {
  const tags = ["!!int", "!!null", "!own", "constructor"];
  assertEquals(tags.map(describeTag), ["an integer", "null", "!own", "constructor"]);
});

Deno.test("placeOf() returns the position after the key for a missing value", () => {
  assertEquals(placeOf(valueOf(""))?.offset, 2);
  assertEquals(placeOf(valueOf("  x"))?.offset, 5);
  assertEquals([placeOf(valueOf("  ''"))?.offset, placeOf(valueOf("  !!str"))?.offset], [5, 11]);
});

Deno.test("partOf() returns the node itself if it lacks the field", () => {
  const node = valueOf("{b: c}");
  assertEquals([partOf(node, "b"), partOf(node, "c"), partOf(undefined, "b")], [
    node.kind === "mapping" ? node.get("b") : undefined,
    node,
    undefined,
  ]);
  assertEquals(partOf(valueOf("[b]"), "b")?.kind, "sequence");
});

import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { placeOf } from "../tree/node.ts";
import { describeNode } from "./describe_node.ts";
import { parseDocument } from "../read/parse.ts";
import { describeTag } from "../tree/describe.ts";

function valueOf(text: string) {
  const root = parseDocument(new Source("a.yaml", `a: ${text}\nb: c\n`));
  return root?.kind === "mapping" ? root.get("a")! : undefined!;
}

Deno.test("describeNode() says what a value is in words that are not YAML's own", () => {
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
  assertEquals(describeNode(valueOf("x".repeat(70))), `the string '${"x".repeat(60)}…'`);
});

Deno.test("describeTag() keeps a tag that has no words", () => {
  const tags = ["!!int", "!!null", "!own", "constructor"];
  assertEquals(tags.map(describeTag), ["an integer", "null", "!own", "constructor"]);
});

Deno.test("placeOf() gives a value that is left out the place behind its key", () => {
  assertEquals(placeOf(valueOf(""))?.offset, 2);
  assertEquals(placeOf(valueOf("  x"))?.offset, 5);
});

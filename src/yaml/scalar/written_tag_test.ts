import { assertEquals } from "@std/assert";
import { type Mapping, Scalar } from "../tree/node.ts";
import { parsed } from "../../testing/yaml.ts";
import { isTagWritten } from "./written_tag.ts";

Deno.test("isTagWritten() finds a tag before the node, also above empty lines and comments", () => {
  const texts = [
    "!t\n- a",
    "!t # c\n- a",
    "!t # c\n\n# d\n\n- a",
    "!t\t\n  \n# d\n- a",
    "!t &x # c\n\n- a",
    "# c\n\n--- !t\n- a",
    "!t [a]",
    "!t a",
  ];
  for (const text of texts) assertEquals([text, isTagWritten(parsed(text))], [text, true]);
  const values = ["!t b", "&x !t b", "!t &x b", "!t\n  b", "[b, !t b]", "{b: !t b}", "!t"];
  for (const value of values) {
    const node = (parsed(`a: ${value}\n`) as Mapping).get("a")!;
    const inner = node.kind === "sequence" ? node.items[1]! : node.kind === "mapping" ? node.get("b")! : node;
    assertEquals([value, isTagWritten(inner)], [value, true]);
  }
});

Deno.test("isTagWritten() is false without a tag, and for a tag that was set", () => {
  for (const text of ["a", "# !t\n- a", "\n- a", "# c\n\n# !t\n[a]"]) {
    const node = parsed(text);
    assertEquals([text, isTagWritten(node)], [text, false]);
    node.tag = "!t";
    assertEquals([text, isTagWritten(node)], [text, false]);
  }
  assertEquals(isTagWritten(new Scalar("a", "plain", "!t")), false);
});

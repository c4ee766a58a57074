import { assertEquals } from "@std/assert";
import { resourceToJson } from "../../json_patch/nodes.ts";
import { resourcesOf } from "../../testing/model.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import { readBack } from "./read_back.ts";

function readAgain(text: string): Node | undefined {
  return readBack(resourceToJson(resourcesOf(text)[0]!.node), "a test");
}

Deno.test("keys are in go-yaml's order: numbers by value, a letter after a digit first", () => {
  const root = readAgain(
    "kind: A\nmetadata: {name: a}\na10: 1\na2: 1\na2b: 1\na2-: 1\na2é: 1\na: 1\naé: 1\nb3b: 1\nb3: 1\n",
  );
  const keys = root?.kind === "mapping" ? root.entries.map(({ key }) => scalarText(key)) : [];
  assertEquals(keys, ["a", "a2", "a2b", "a2é", "a2-", "a10", "aé", "b3", "b3b", "kind", "metadata"]);
});

Deno.test("the object keeps its place, its fields have those of the text that kustomize writes", () => {
  const root = readAgain("# Above.\nmetadata: {name: a}\nkind: A\n");
  assertEquals(root?.source?.text, "# Above.\nmetadata: {name: a}\nkind: A\n");
  assertEquals(root?.kind === "mapping" && root.get("metadata")?.source?.text, "kind: A\nmetadata:\n  name: a\n");
});

import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { resourcesOf } from "../../testing/model.ts";
import { Scalar } from "../../yaml/tree/node.ts";
import { print } from "../../yaml/write/print.ts";
import { setEntry } from "./set_field.ts";

function set(labels: string, key: string): [isNew: boolean, text: string] {
  const [resource] = resourcesOf(`kind: A\nlabels: ${labels}\n`);
  const isNew = setEntry(resource!.node.get("labels")!, key, new Scalar("v"), { path: "labels", resource: resource! });
  return [isNew, print(resource!.node)];
}

Deno.test("setEntry() tells whether an entry is new, and ignores a null", () => {
  assertEquals(set("{a: b}", "c"), [true, "kind: A\nlabels:\n  a: b\n  c: v\n"]);
  assertEquals(set("{a: b}", "a"), [false, "kind: A\nlabels:\n  a: v\n"]);
  assertEquals(set("{a: [b]}", "a"), [false, "kind: A\nlabels:\n  a: v\n"]);
  assertEquals(set("null", "a"), [false, "kind: A\nlabels: null\n"]);
  diagnosticOf("wrong-type", () => set("{a: b}", ""));
  diagnosticOf("wrong-type", () => set("text", "a"));
});

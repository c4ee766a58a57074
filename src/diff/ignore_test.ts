import { assertEquals } from "@std/assert";
import { resourcesOf } from "../testing/model.ts";
import { print } from "../yaml/write/print.ts";
import { Ignored, parseIgnoreRule } from "./ignore.ts";

/** What remains of a mapping `spec`, in flow style, without the fields of a pointer. */
function remains(spec: string, pointer: string): string {
  const [resource] = resourcesOf(`{kind: Widget, metadata: {name: w}, spec: ${spec}}`);
  const rule = parseIgnoreRule(`widget/w:${pointer}`)!;
  const pruned = new Ignored([rule]).prune(resource!.node, resource)!;
  return print(pruned.get("spec") ?? resourcesOf("{}")[0]!.node).replaceAll("\n", " ").trim();
}

Deno.test("a field is left out with what it alone held", () => {
  assertEquals(remains("{a: 1, b: 2}", "/spec/a"), "b: 2");
  assertEquals(remains("{a: {b: 1}, c: 2}", "/spec/a/b"), "c: 2");
  assertEquals(remains("{a: {b: 1, c: 2}}", "/spec/a/b"), "a:   c: 2");
  assertEquals(remains("{a: {}, b: []}", "/spec/*/x"), "a: {} b: []");
  assertEquals(remains("{a: {b: 1}}", "/spec/a/b"), "{}");
});

Deno.test("items are fields by their index, and a list goes with its last one", () => {
  assertEquals(remains("{a: [1, 2, 3]}", "/spec/a/1"), "a: - 1 - 3");
  assertEquals(remains("{a: [1], b: 2}", "/spec/a/0"), "b: 2");
  assertEquals(remains("{a: [{b: 1}, {c: 2}]}", "/spec/a/*/b"), "a: - c: 2");
  assertEquals(remains("{a: text}", "/spec/a/0"), "a: text");
});

Deno.test("two asterisks lead to any depth", () => {
  assertEquals(remains("{a: {x: 1, b: [{x: 2, z: 3}]}, x: 4}", "/**/x"), "a:   b:   - z: 3");
  assertEquals(remains("{a: {x: 1}, b: 2}", "/**/x"), "b: 2");
  assertEquals(remains("{a: {b: {}}, x: 1}", "/**/x"), "a:   b: {}");
  assertEquals(remains("{a: {b: {x: 1}, c: {y: 2}}, d: 3}", "/spec/a/**"), "d: 3");
});

Deno.test("a rule applies to resources that have its field", () => {
  const [resource] = resourcesOf("{kind: Widget, metadata: {name: w}, spec: {a: [{b: 1}]}}");
  const applies = (rule: string) => new Ignored([parseIgnoreRule(rule)!]).applies(resource!);
  const rules = ["*/w", "Widget/*:/spec/a", "Widget/w:/spec/a/0/b", "Widget/w:/**/b", "Widget/w:/spec/**"];
  for (const rule of rules) assertEquals(applies(rule), true, rule);
  const others = ["*/v", "Gadget/w:/spec/a", "Widget/w:/spec/b", "Widget/w:/spec/a/1", "Widget/w:/**/c"];
  for (const rule of others) assertEquals(applies(rule), false, rule);
});

/** Checks the trace of every golden that builds in memory: the last writers have the values of the build. */

import { assertEquals } from "@std/assert";
import { listCases } from "../scripts/golden/golden_case.ts";
import { memoryFiles } from "../scripts/golden/run_case.ts";
import { build } from "../src/pipeline/build.ts";
import type { Resource } from "../src/model/resource.ts";
import { contentOf, type Field } from "../src/trace/field.ts";
import { fieldsOf, originOf } from "../src/trace/trace.ts";
import type { Node } from "../src/yaml/tree/node.ts";

const { cases } = listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

for (const golden of cases) {
  const [command, path = ".", ...flags] = golden.args;
  if (golden.needs.length > 0 || command !== "build" || path.startsWith("-") || flags.length > 0) continue;
  Deno.test(`trace of ${golden.name}`, async () => {
    const { resources } = await build(memoryFiles(golden), path, { trace: true });
    for (const resource of resources) checkField(resource, "", resource.node, fieldsOf(resource));
  });
}

/** Compares a field with its node: same contents, the last writer's value, and no writer that changed nothing. */
function checkField(resource: Resource, pointer: string, node: Node, field: Field | undefined): void {
  const at = `${resource.kind} ${resource.name} ${pointer}`;
  if (field === undefined) throw new Error(`${at} has no trace`);
  if (field.writers.length === 0) throw new Error(`${at} has no writer`);
  const content = contentOf(field);
  assertEquals(content.kind, node.kind, at);
  if (node.kind === "mapping" && content.kind === "mapping") {
    // Of a repeated key, the last one is printed.
    const entries = new Map(node.entries.map(({ key, value }) => [textOf(key), value]));
    assertEquals([...content.fields.keys()].sort(), [...entries.keys()].sort(), at);
    for (const [key, value] of entries) checkField(resource, `${pointer}/${key}`, value, content.fields.get(key));
  } else if (node.kind === "sequence" && content.kind === "sequence") {
    assertEquals(content.items.length, node.items.length, at);
    for (const [index, item] of node.items.entries()) {
      checkField(resource, `${pointer}/${index}`, item, content.items[index]);
    }
  } else if (node.kind === "scalar") {
    assertEquals(field.writers.at(-1)!.after, node.value, at);
    for (const [index, { before }] of field.writers.entries()) {
      if (index > 0) assertEquals(before, field.writers[index - 1]!.after, at);
    }
  }
}

function textOf(key: Node): string {
  return key.kind === "scalar" ? key.value : "";
}

Deno.test("originOf() returns nothing for resources of a build without a trace, and for missing fields", async () => {
  const golden = cases.find(({ name }) => name === "seed/dev_by_resources")!;
  const untraced = await build(memoryFiles(golden), "overlays/dev");
  assertEquals(originOf(untraced.resources[0]!, "/kind"), []);
  const { resources } = await build(memoryFiles(golden), "overlays/dev", { trace: true });
  assertEquals(originOf(resources[0]!, "/nothing/here"), []);
  assertEquals(originOf(resources[0]!, "/metadata/name").map(({ step }) => step.kind), [
    "ConfigMapGenerator",
    "name hash",
  ]);
});

import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import type { Mapping } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { readResources } from "./read/read_resources.ts";
import { Resource } from "./resource.ts";
import { storePreviousId } from "./store_previous_id.ts";
import { diagnosticOf, lineOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";

Deno.test("annotations without a name cannot be rewritten, and a key that is a mapping has none", () => {
  for (const key of ['""', "{a: b}"]) {
    const [resource] = resourcesOf(`kind: A\nmetadata:\n  name: a\n  annotations:\n    owner: me\n    ${key}: x\n`);
    assertEquals(lineOf(diagnosticOf("wrong-type", () => resource!.rewriteAnnotations())), "r.yaml:6:5");
  }
});

Deno.test("a resource that was just read has no history", () => {
  const { wasNameless, needsHash, allowNameChange, allowKindChange, fromHelm } = resourcesOf("kind: A\n")[0]!.history;
  assertEquals([wasNameless, needsHash, allowNameChange, allowKindChange, fromHelm], Array(5).fill(false));
});

Deno.test("an id with a comma cannot be recorded", () => {
  for (const [line, id] of [["1:7", "kind: A,B\nmetadata: {name: a}"], ["3:9", "kind: A\nmetadata:\n  name: a,b"]]) {
    const [resource] = resourcesOf(`${id}\n`);
    assertEquals(lineOf(diagnosticOf("cannot-rename", () => storePreviousId(resource!))), `r.yaml:${line}`);
  }
});

Deno.test("ids are recorded with a name every time, or none are", () => {
  for (const names of [["", "a"], ["a", ""]]) {
    const [resource] = resourcesOf("kind: A\nmetadata: {name: a}\n");
    resource!.name = names[0]!;
    storePreviousId(resource!);
    storePreviousId(resource!);
    assertEquals(resource!.previousIds().length, names[0]!.length * 2);
    resource!.name = names[1]!;
    const { message } = diagnosticOf("cannot-rename", () => storePreviousId(resource!));
    assertEquals(message.slice(0, 19), "A 'a' has lost its ");
  }
});

Deno.test("for each annotation that records an id, one without contents goes", () => {
  const text = `kind: A\nmetadata: {name: a${", annotations: {}".repeat(5)}}\n`;
  const [resource] = readResources(new Source("a.yaml", text));
  const left = () => resource!.metadata!.entries.length - 1;
  storePreviousId(resource!, 1);
  assertEquals(left(), 4);
  storePreviousId(resource!);
  assertEquals(left(), 1);
});

Deno.test("labels and annotations are not written into metadata that is not a mapping", () => {
  const node = parseDocument(new Source("a.yaml", "kind: A\nmetadata: text\n"));
  const resource = new Resource(node as Mapping);
  const { message, place } = diagnosticOf("wrong-type", () => resource.rewriteLabels((labels) => labels.set("a", "b")));
  assertEquals([message, place?.offset], ["metadata must be a mapping", 18]);
});

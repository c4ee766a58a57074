import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { readResources } from "../model/read/read_resources.ts";
import { updateHistory } from "../model/resource.ts";
import { diagnosticOf, lineOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";
import { fieldsNamed } from "../model/text_map.ts";
import { print } from "../yaml/write/print.ts";
import { prepareAnnotations, storePreviousId } from "./store_previous_id.ts";

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
  prepareAnnotations(resource!, 1);
  assertEquals(left(), 4);
  storePreviousId(resource!);
  assertEquals(left(), 1);
});

Deno.test("annotations that hold a history are not empty", () => {
  const text = "kind: A\nmetadata: {name: a, annotations: {}, annotations: text, annotations: {b: c}}\n";
  const [resource] = readResources(new Source("a.yaml", text));
  updateHistory(resource!, { needsHash: true });
  storePreviousId(resource!);
  const kept = fieldsNamed(resource!.metadata, "annotations").map(({ value }) => print(value));
  assertEquals(kept, ["{}\n", "b: c\n"]);
  assertEquals(resource!.history.needsHash, true);
});

Deno.test("after annotations without contents are gone, the next ones tell the history", () => {
  const mark = "internal.config.kubernetes.io/needsHashSuffix";
  const text = `kind: A\nmetadata: {name: a, annotations: {}, annotations: {b: c, ${mark}: enabled}}\n`;
  const [resource] = readResources(new Source("a.yaml", text));
  storePreviousId(resource!);
  assertEquals(resource!.history.needsHash, true);
  assertEquals([...resource!.annotations().keys()], ["b"]);
});

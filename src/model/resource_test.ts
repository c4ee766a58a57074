import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import type { Mapping } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { Resource } from "./resource.ts";
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

Deno.test("labels and annotations are not written into metadata that is not a mapping", () => {
  const node = parseDocument(new Source("a.yaml", "kind: A\nmetadata: text\n"));
  const resource = new Resource(node as Mapping);
  const { message, place } = diagnosticOf("wrong-type", () => resource.rewriteLabels((labels) => labels.set("a", "b")));
  assertEquals([message, place?.offset], ["metadata must be a mapping", 18]);
});

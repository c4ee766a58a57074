import { assert, assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import { readResources } from "../model/read/read_resources.ts";
import { printInParts } from "../model/print_resource.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";
import { checkValue, fromObject, toObject } from "./objects.ts";

const NAMED = "apiVersion: v1\nkind: A\nmetadata: {name: a}\n";

Deno.test("toObject() has the types of the YAML", () => {
  const [resource] = resourcesOf(
    `${NAMED}spec: {text: "1", int: 0x10, big: 9007199254740993, float: 1.5, yes: yes, none: ~, list: [true, {a: []}]}\n`,
  );
  assertEquals(toObject(resource!).spec, {
    text: "1",
    int: 16,
    big: 9007199254740993n,
    float: 1.5,
    yes: "yes",
    none: null,
    list: [true, { a: [] }],
  });
});

Deno.test("a key __proto__ is an ordinary one", () => {
  const object = toObject(resourcesOf(`${NAMED}data: {__proto__: {polluted: x}}\n`)[0]!);
  const data = object.data as Record<string, unknown>;
  assertEquals(Object.keys(data), ["__proto__"]);
  assertEquals(data.polluted, undefined);
  assertEquals([...printInParts([fromObject(object)])].join("").includes("__proto__:\n    polluted: x"), true);
});

Deno.test("fromObject() keeps what toObject() has returned", () => {
  const [resource] = resourcesOf(
    `${NAMED}data: {a: "yes", b: "1", c: "2020-01-01", d: "two\\nlines\\n", e: "<<", f: ""}\n`,
  );
  const [read] = readResources(new Source("a.yaml", [...printInParts([fromObject(toObject(resource!))])].join("")));
  assertEquals(toObject(read!), toObject(resource!));
});

Deno.test("toObject() shares nothing with the resource, nor with other calls", () => {
  const [resource] = resourcesOf(NAMED);
  const object = toObject(resource!);
  (object.metadata as { name: string }).name = "changed";
  delete object.kind;
  assertEquals([resource!.name, resource!.kind], ["a", "A"]);
  assertEquals(toObject(resource!).metadata, { name: "a" });
});

Deno.test("fromObject() rejects what is not a resource", () => {
  diagnosticOf("missing-kind", () => fromObject({}));
  diagnosticOf("missing-name", () => fromObject({ kind: "A" }));
  diagnosticOf("not-a-resource", () => fromObject([]));
});

Deno.test("checkValue() accepts a thousand levels in one another, and no more", () => {
  const nested = (levels: number) => Array.from({ length: levels }).reduce((inner: unknown) => [inner], {});
  checkValue(nested(1000), "the object");
  diagnosticOf("too-deep", () => checkValue(nested(1001), "the object"));
});

Deno.test("fromObject() rejects values that YAML does not have, and names the field", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (
    const [value, problem] of [[new Date(), "is a Date"], [() => {}, "is a function"], [cycle, "contains itself"], [
      NaN,
      "is NaN",
    ], [
      2n ** 64n,
      "does not fit into 64 bits",
    ]]
  ) {
    const { message } = diagnosticOf("unsupported-yaml", () => fromObject({ kind: "A", spec: [value] }));
    assert(message.startsWith("the object.spec[0]") && message.includes(problem as string), message);
  }
});

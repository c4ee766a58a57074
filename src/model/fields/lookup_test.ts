import { assertEquals } from "@std/assert";
import type { Code } from "../../diagnostics/code.ts";
import { lookUpField } from "./lookup.ts";
import { splitFieldPath } from "./path.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { resourcesOf } from "../../testing/model.ts";

const [RESOURCE] = resourcesOf(
  "spec: {ports: [{name: http, port: 80}, {name: web}], args: [a, b], none: [], nothing: , text: t, '1': one}\n",
);

function textAt(path: string): string | undefined {
  const node = lookUpField(RESOURCE!.node, splitFieldPath(path));
  return node?.kind === "scalar" ? node.value : node?.kind;
}

Deno.test("lookUpField() follows fields, indexes and elements, and compares whole texts", () => {
  const cases: [string, string | undefined][] = [
    ["spec.text", "t"],
    [" spec .text", "t"],
    ["spec..text", "t"],
    ["spec.ports.0.port", "80"],
    ["spec.ports.-.name", "web"],
    ["spec.ports.[name=http].port", "80"],
    ["spec.ports.[name=htt].port", undefined],
    ["spec.args.[=b]", "b"],
    ["spec.args.2", undefined],
    ["spec.nothing.more", undefined],
    ["spec.nothing.0", undefined],
    ["status.phase", undefined],
    ["spec", "mapping"],
    ["", "mapping"],
  ];
  for (const [path, expected] of cases) assertEquals(textAt(path), expected, path);
});

Deno.test("lookUpField() rejects steps that do not fit", () => {
  const cases: [Code, string, string][] = [
    ["wrong-type", "spec.text.more", "'more' needs a mapping, found the string 't'"],
    ["wrong-type", "spec.ports.name", "'name' needs a mapping, found a list"],
    ["wrong-type", "spec.1", "'1' needs a list, found a mapping"],
    ["field-not-found", "spec.ports.-1", "the index -1 is negative"],
    ["field-not-found", "spec.none.-", "'-' selects the last element, but the list is empty"],
    ["field-not-found", "spec.ports.*.name", "the wildcard '*' is only allowed in the fieldPaths of targets"],
    [
      "field-not-found",
      "spec.ports.[name].port",
      "'[name]' selects no element: write [field=value], or [=value] for a list of strings",
    ],
  ];
  for (const [code, path, message] of cases) assertEquals(diagnosticOf(code, () => textAt(path)).message, message);
});

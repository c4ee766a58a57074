import { assertEquals } from "@std/assert";
import type { Code } from "../../diagnostics/code.ts";
import { Source } from "../../diagnostics/source.ts";
import { Mapping, Scalar, Sequence } from "../../yaml/tree/node.ts";
import { print } from "../../yaml/write/print.ts";
import { looseSlot, matchFields, type NewNode } from "./matches.ts";
import { splitFieldPath } from "./path.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { readResources } from "../read/read_resources.ts";
import { resourcesOf } from "../../testing/model.ts";

const YAML =
  "ports: [{name: http, port: 80}, {name: web-http, port: 81}, x]\nargs: [a, 'b', ab]\ntext: '{\"a\": [1]}'\nnothing: ~\n";

/** Puts `new` into all slots. Returns the resulting text, and the number of slots. */
function replaced(path: string, create?: NewNode): [count: number, text: string] {
  const [resource] = resourcesOf(YAML);
  const slots = matchFields(looseSlot(resource!.node), splitFieldPath(path), { create, intoTexts: true });
  for (const slot of slots) slot.put(new Scalar("new"));
  return [slots.length, print(resource!.node)];
}

function countOf(path: string, create?: NewNode): number {
  return replaced(path, create)[0];
}

Deno.test("patterns match anywhere in a value as it is written", () => {
  assertEquals(countOf("ports.[name=http].port"), 2);
  assertEquals(countOf("ports.[name=^http$].port"), 1);
  assertEquals(countOf("ports.[name=h.*p].other"), 0);
  assertEquals(countOf("args.[=b]"), 2);
  assertEquals(countOf("args.[=^'b'$]"), 1);
  assertEquals(countOf("args.[=b].whatever.follows"), 2);
  assertEquals(countOf("args.*"), 3);
});

Deno.test("a comment after a value counts as part of it, also beside a key given twice", () => {
  const list = "list:\n- name: a # first\n- name: a\n- {name: a} # third\n";
  const source = new Source("a.yaml", `kind: A\nmetadata: {name: a}\nx: 1\nx: 2\n${list}`);
  const [resource] = readResources(source);
  const slots = matchFields(looseSlot(resource!.node), ["list", "[name=^a$]"], { create: undefined, intoTexts: true });
  assertEquals(slots.length, 2);
});

Deno.test("missing parts are created as their position in the path requires", () => {
  assertEquals(replaced("made.list.0.[name=x].field", "scalar")[1].split("\n").slice(2, 9), [
    "- b",
    "- ab",
    "made:",
    "  list:",
    "  - - field: new",
    "      name: x",
    "nothing: null",
  ]);
  assertEquals(countOf("args.3", "scalar"), 1);
});

Deno.test("nodes created below a null are lost", () => {
  const [count, text] = replaced("nothing.field", "scalar");
  assertEquals([count, text.includes("nothing: null")], [1, true]);
});

Deno.test("a path may continue inside a text, of which it changes a copy", () => {
  const [count, text] = replaced("text.a.0");
  assertEquals([count, text.includes('{"a": [1]}')], [1, true]);
});

Deno.test("steps that do not fit are errors", () => {
  const cases: [Code, string, string][] = [
    ["field-not-found", "args.4", "there is no element 4: the list has 3"],
    [
      "field-not-found",
      "ports.[name]",
      "'[name]' selects no element: write [field=value], or [=value] for a list of strings",
    ],
    ["field-not-found", "made.1", "there is no element 1: the list has 0"],
    ["field-not-found", "ports..name", "the path has an empty step"],
    ["invalid-pattern", "ports.[name=(].port", "error parsing regexp: missing closing ): `(`"],
    ["wrong-type", "ports.name", "'name' needs a mapping, found a list"],
    ["wrong-type", "*", "'*' needs a list, found a mapping"],
    ["wrong-type", "args.-1", "'-1' needs a mapping, found a list"],
  ];
  for (const [code, path, message] of cases) {
    assertEquals(diagnosticOf(code, () => replaced(path, "scalar")).message, message);
  }
});

Deno.test("a long path takes no more stack than a short one, up to a limit", () => {
  const longest = Array.from({ length: 10_000 }, (_, index) => `f${index % 10}`);
  const [slot] = matchFields(looseSlot(new Mapping()), longest, { create: "scalar", intoTexts: true });
  assertEquals(slot?.node.kind, "scalar");
  const tooLong: [string[], string][] = [
    [[...longest, "x"], "a path can have 10000 steps, and this one has 10001"],
    [Array(501).fill("*"), "a path can have 500 steps that select elements, and this one has 501"],
    [Array(600).fill("[a=b]"), "a path can have 500 steps that select elements, and this one has 600"],
    [[...longest, ...Array(500).fill("*")], "a path can have 10000 steps, and this one has 10500"],
  ];
  const most = [...Array(500).fill("*"), "x"];
  assertEquals(matchFields(looseSlot(new Sequence()), most, { create: undefined, intoTexts: true }), []);
  for (const [steps, message] of tooLong) {
    const match = () => matchFields(looseSlot(new Sequence()), steps, { create: undefined, intoTexts: true });
    assertEquals(diagnosticOf("too-deep", match).message, message);
  }
});

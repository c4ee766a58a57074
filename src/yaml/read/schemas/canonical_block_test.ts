import { assertEquals } from "@std/assert";
import { Source } from "../../../diagnostics/source.ts";
import { KustError } from "../../../diagnostics/diagnostic.ts";
import { clone } from "../../tree/copy.ts";
import type { Mapping, Sequence } from "../../tree/node.ts";
import { parseDocument } from "../parse.ts";
import { print, type PrintOptions } from "../../write/print.ts";

/** A key of the same length whose value is never deferred. */
const DEFERRED = "openAPIV3Schema";
const PARSED = "openAPIV3Schemb";

const SCHEMA = `spec:
  versions:
    - name: v1
      schema:
        openAPIV3Schema:
          description: |-
            First line
              further in
            last: line
          properties:
            count:
              default: 0
              format: int32
              maximum: 1.50
              type: integer
            mode:
              default: "on"
              description: Words that go on
                for another line, and more words until the line is longer than eighty columns are
              enum:
              - 'a'
              - b c
              - ""
              type: string
            texts:
              description: |
                ends with a break
              items:
                oneOf:
                - required:
                    - a
                    - b
                - type: string
                  x-kubernetes-list-map-keys: []
              type: array
          required:
          - count
          type: object
      served: true
`;

/** The printed text, or its error; the text uses one key or the other. */
function outcome(text: string, options: PrintOptions): string {
  try {
    return print(parseDocument(new Source("crd.yaml", text))!, options);
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    const { code, message, place } = error.diagnostic;
    return `${code} ${message} ${place?.offset}`;
  }
}

function assertSame(text: string, options: PrintOptions = {}): void {
  const parsed = outcome(text.replace(DEFERRED, PARSED), options);
  assertEquals(outcome(text, options).replace(DEFERRED, PARSED), parsed, text);
}

function schemaOf(text: string): Mapping {
  let node = parseDocument(new Source("crd.yaml", text))!;
  while (node.kind !== "mapping" || node.get(DEFERRED) === undefined) {
    node = node.kind === "mapping" ? node.entries.at(-1)!.value : (node as { items: Mapping[] }).items[0]!;
    if (node.kind === "mapping" && node.get("schema") !== undefined) node = node.get("schema")!;
  }
  return node.get(DEFERRED) as Mapping;
}

Deno.test("a schema is written without creating nodes, with the same result", () => {
  assertEquals(schemaOf(SCHEMA).deferred === undefined, false);
  assertSame(SCHEMA);
});

Deno.test("nodes are created on demand, with their places", () => {
  const schema = schemaOf(SCHEMA);
  const copy = clone(schema);
  assertEquals(schema.start, SCHEMA.indexOf("description"));
  assertEquals(schema.get("properties")?.start, SCHEMA.indexOf("count:"));
  assertEquals(schema.deferred, undefined);
  assertEquals(copy.deferred === undefined, false);
  schema.delete("properties");
  assertEquals(
    print(schema),
    `description: |-\n  First line\n    further in\n  last: line\nrequired:\n- count\ntype: object\n`,
  );
  assertEquals(copy.get("properties")?.kind, "mapping");
});

Deno.test("unusual schemas are parsed, and invalid ones rejected, like any other mapping", () => {
  const replacements: [string, string][] = [
    ["          type: object\n", "          # comment\n          type: object\n"],
    ["          type: object\n", "          type: object # comment\n"],
    ["          type: object\n", "\n          type: object\n\n"],
    ["          type: object\n", "          a: out of order\n"],
    ["          type: object\n", "          type: object\n          type: object\n"],
    ["          type: object\n", "          type:\n"],
    ["          type: object\n", "          type: &a object\n          x: *a\n"],
    ["          type: object\n", "          type: {a: b}\n          x: [c]\n"],
    ["          type: object\n", "          type: !!str 1\n"],
    ["          type: object\n", "          type: yes\n          u: y\n          v: ~\n          y: z\n"],
    ["          type: object\n", "          <<: {a: b}\n"],
    ["          type: object\n", "          type: a: b\n"],
    ["          type: object\n", "         type: object\n"],
    ["          type: object\n", "           type: object\n"],
    ["          type: object\n", "          type: |+\n            a\n\n\n"],
    ["          type: object\n", "          type: |-\n            a\n            b \n"],
    ["          type: object\n", "          type: |-\n            a\n            \n            b\n"],
    ["          type: object\n", "          type: >-\n            a\n            b\n\n            c\n"],
    ["          type: object\n", "          type: >-\n            a\n\n              b\n"],
    ["          type: object\n", "          type: ünï\u00e9\n"],
    ["          type: object\n", '          type: "a\n            b"\n'],
    ["          type: object\n", "          type: 'a'b\n"],
    ["          - count\n", "          -   count\n          - - nested\n          -\n"],
    ["          - count\n", '          -   a: 1\n              b: 2\n          - "x": 1\n'],
    ["          - count\n", "            - count\n          - less\n"],
    ["  - count\n", "  - \tcount\n"],
    ["      served: true\n", ""],
    ["      served: true\n", "    # far left\n      served: true\n"],
    ["      served: true\n", "...\n"],
    ["          type: object\n      served: true\n", "          type: |-\n            a\n            b"],
    ["          type: object\n      served: true\n", "          type: object"],
  ];
  for (const [from, to] of replacements) {
    assertSame(SCHEMA.replace(from, to));
    assertSame(SCHEMA.replace(from, to), { passage: "decoded" });
  }
});

Deno.test("plain texts are folded at the same places, however they are folded in the input", () => {
  let seed = 5;
  const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const words = ["a", "no", "yes", "true", "null", "Words", "n", "y", "of", "12", "0x1", "a:b", "x#y"];
  const odd = ["#z", "-", "- b", "c:", "", "'d'", "é"];
  for (let round = 0; round < 500; round++) {
    const isOdd = random(8) === 0;
    const word = () => isOdd && random(10) === 0 ? odd[random(odd.length)]! : words[random(words.length)]!;
    const text = Array.from({ length: 1 + random(random(3) === 0 ? 40 : 3) }, () => word() + "x".repeat(random(2) * 7));
    const width = 81 + Math.max(0, random(8) - 3) - 2;
    const pad = " ".repeat(random(8) === 0 ? random(6) : 6);
    const blank = random(5) > 0 ? "" : ["\n", "\n      more\n"][random(2)]!;
    assertSame(`spec:\n  openAPIV3Schema:\n${folded(`    type: ${text.join(" ")}`, width, pad)}${blank}    z: end\n`);
  }
});

/** Breaks a line at the first space after each `width` characters. */
function folded(line: string, width: number, pad: string): string {
  for (let rest = line, before = "";;) {
    const at = rest.indexOf(" ", width);
    if (at < 0) return `${before}${rest}\n`;
    before += rest.slice(0, at) + "\n";
    rest = pad + rest.slice(at + 1);
  }
}

Deno.test("texts with random faults have the same result", () => {
  let seed = 1;
  const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const start = SCHEMA.indexOf(DEFERRED) + DEFERRED.length;
  for (let round = 0; round < 3000; round++) {
    const at = start + random(SCHEMA.length - start);
    const inserted = " \n:-#'\"|>&*!{[,]}?%@~0ya\\"[random(24)]!;
    assertSame(SCHEMA.slice(0, at) + (random(3) === 0 ? "" : inserted) + SCHEMA.slice(at + random(3)));
  }
});

Deno.test("a schema is printed without creating nodes, however it is nested", () => {
  const schema = "openAPIV3Schema:\n  b: c\n";
  const outer = ["a:\n  ", "- ", "a:\n- ", "a:\n- - ", "- - a:\n      ", "a:\n  b:\n  - c:\n      "];
  for (const before of ["", ...outer]) {
    const column = before.length - before.lastIndexOf("\n") - 1;
    const text = before + schema.replaceAll("\n", `\n${" ".repeat(column)}`).trimEnd() + "\n";
    const root = parseDocument(new Source("crd.yaml", text))!;
    assertEquals(print(root), text);
    let node = root;
    while (node.kind !== "mapping" || node.get(DEFERRED) === undefined) {
      node = node.kind === "mapping" ? node.entries[0]!.value : (node as Sequence).items[0]!;
    }
    assertEquals([text, (node.get(DEFERRED) as Mapping).deferred === undefined], [text, false]);
  }
});

Deno.test("a schema begins on the line below its key", () => {
  for (const text of ["openAPIV3Schema:    a: b\n", "openAPIV3Schema: a\n  b\n", "openAPIV3Schema: {a: b}\n"]) {
    assertSame(text);
  }
});

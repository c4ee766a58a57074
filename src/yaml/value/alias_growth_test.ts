import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { type Growth, Source } from "../../diagnostics/source.ts";
import { parseDocument } from "../read/parse.ts";
import { expandAliases } from "./expand.ts";
import {
  grow,
  growByLongText,
  growByText,
  growthOf as totalOf,
  MAX_ADDED_CHARACTERS,
  MAX_ADDED_NODES,
  sizeOf,
} from "./growth.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed } from "../../testing/yaml.ts";

function growthOf(text: string) {
  const source = new Source("r.yaml", text);
  parseDocument(source);
  return source.growth;
}

function refusal(text: string, growth = { nodes: 0, characters: 0 }): [code: string, line: number] {
  const source = new Source("r.yaml", text);
  source.growth = growth;
  const { diagnostic } = assertThrows(() => parseDocument(source), KustError);
  return [diagnostic.code, source.position(diagnostic.place!.offset).line];
}

Deno.test("an alias adds its whole target, including the aliases in it", () => {
  assertEquals(growthOf("a: &a [one, two]\nb: *a\n"), { nodes: 3, characters: 6 });
  assertEquals(growthOf("a: &a [x]\nb: &b [*a, *a]\nc: *b\n"), { nodes: 2 + 2 + 5, characters: 1 + 1 + 2 });
  assertEquals(growthOf("a: &a x\n? *a\n: y\n"), { nodes: 1, characters: 1 });
});

Deno.test("merging the same mapping again adds nothing", () => {
  const merges = Array(5000).fill("*a").join(", ");
  assertEquals(growthOf(`a: &a {x: 1, y: [2]}\nb: {<<: [${merges}]}\n`), { nodes: 5, characters: 2 });
  const levels = Array.from({ length: 40 }, (_, i) => `m${i + 2}: &m${i + 2} {<<: [*m${i}, *m${i + 1}]}\n`);
  assertEquals(growthOf(`m0: &m0 {x: 1}\nm1: &m1 {y: 1}\n${levels.join("")}`).nodes < 400, true);
});

Deno.test("a bomb is rejected before it is expanded, at the alias that exceeds the limit", () => {
  const levels = Array.from(
    { length: 12 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(", ")}]\n`,
  );
  assertEquals(refusal(`l0: &l0 x\n${levels.join("")}`), ["too-many-aliases", 8]);
  const long = "x".repeat(1 << 20);
  assertEquals(refusal(`a: &a ${long}\nb: [${Array(2100).fill("*a").join(", ")}]\n`), ["too-many-aliases", 2]);
});

Deno.test("the texts of a build share one limit", () => {
  const spent = { nodes: MAX_ADDED_NODES - 2, characters: 0 };
  assertEquals(refusal("a: &a x\nb: *a\nc: *a\nd: *a\n", spent), ["too-many-aliases", 4]);
  assertEquals(refusal("a: &a xy\nb: *a\n", { nodes: 0, characters: MAX_ADDED_CHARACTERS - 1 }), [
    "too-many-aliases",
    2,
  ]);
});

Deno.test("grow() fails beyond either limit, and says which", () => {
  const grown = (nodes: number, characters: number) => {
    const total = { nodes: MAX_ADDED_NODES - 1, characters: MAX_ADDED_CHARACTERS - 1 };
    grow(total, { nodes, characters }, "copies", undefined);
    return total;
  };
  assertEquals(grown(1, 1), { nodes: MAX_ADDED_NODES, characters: MAX_ADDED_CHARACTERS });
  const messages = [[2, 2], [1, 2]].map(([nodes, characters]) =>
    diagnosticOf("too-large", () => grown(nodes!, characters!)).message
  );
  assertEquals(messages, [
    "copies add more than 5000000 values to this build",
    "copies add more than 2147483648 characters to this build",
  ]);
});

Deno.test("growByText() limits what is composed, growByLongText() counts only texts of more than 1000 characters", () => {
  const total: Growth = { nodes: 0, characters: 0 };
  growByText(total, 2 ** 27 - 1, "copies", undefined);
  growByLongText(total, 1000, "copies", undefined);
  growByText(total, 1, "copies", undefined);
  assertEquals(total.composed, 2 ** 27);
  const node = parsed("a");
  for (const grown of [() => growByText(total, 1, "copies", node), () => growByLongText(total, 1001, "copies", node)]) {
    assertEquals(diagnosticOf("too-large", grown).place?.offset, 0);
  }
});

Deno.test("sizeOf() counts nodes, and the characters of scalars", () => {
  assertEquals(sizeOf(parsed("a: [x, {yz: ~}]\nb: ''\n")), { nodes: 9, characters: 1 + 1 + 2 + 1 + 1 });
  const node = parsed("a: b");
  const total = totalOf(node);
  total.nodes++;
  assertEquals([totalOf(node), totalOf(undefined)], [{ nodes: 1, characters: 0 }, { nodes: 0, characters: 0 }]);
});

Deno.test("an alias inside its own target is rejected in every kind of text", () => {
  assertEquals(refusal("a: &a\n  z: *a\n"), ["recursive-alias", 2]);
  assertEquals(refusal("a: &a\n- b: &b\n  - *a\n"), ["recursive-alias", 3]);
});

Deno.test("the measured size is that of the expanded text", () => {
  const text = "a: &a {x: &x [1, 2], y: *x}\nb: &b {p: *a, ? *x : *a}\nc: [*b, *a, *x]\n";
  const source = new Source("r.yaml", text);
  const count = (node: unknown): number => {
    if (typeof node !== "object" || node === null) return 0;
    const { kind, items, entries } = node as {
      kind?: string;
      items?: unknown[];
      entries?: { key: unknown; value: unknown }[];
    };
    if (kind === "alias") return 0;
    const inside = items ?? entries?.flatMap(({ key, value }) => [key, value]) ?? [];
    return inside.reduce((sum: number, one) => sum + count(one), 1);
  };
  const root = parseDocument(source)!;
  const before = count(root);
  assertEquals(count(expandAliases(root)), before + source.growth.nodes);
});

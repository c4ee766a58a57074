import { assertEquals } from "@std/assert";
import { Source } from "../../../diagnostics/source.ts";
import { CopyBuilder } from "../../../text/copy_builder.ts";
import { print } from "../../write/print.ts";
import { parseDocument } from "../parse.ts";
import { blocksOf, RepeatedBlocks } from "./repeated_blocks.ts";

/** Long enough to be kept, with parts that are not written as they stand. */
function block(column: number): string {
  const lines = ["b:", "  - x: 'one'", "  - w: two", "c: 'text'"];
  for (let i = 0; i < 60; i++) lines.push(`d${100 + i}: some more words`);
  lines.push("list:", "- e: last", "");
  return lines.join(`\n${" ".repeat(column)}`).trimStart();
}

function indented(column: number): string {
  return `${" ".repeat(column)}${block(column)}`.trimEnd() + "\n";
}

/** A key of the same length whose value is never read by lines. */
const READ_BY_LINES = "openAPIV3Schema";
const PARSED = "openAPIV3Schemb";

function schemaOf(...parts: string[]): string {
  return `${READ_BY_LINES}:\n${parts.join("")}end: true\n`;
}

function outcome(text: string): string {
  try {
    return print(parseDocument(new Source("crd.yaml", text))!);
  } catch (error) {
    return String(error);
  }
}

function assertSame(text: string): void {
  assertEquals(outcome(text).replace(READ_BY_LINES, PARSED), outcome(text.replace(READ_BY_LINES, PARSED)), text);
}

Deno.test("repeated blocks are written like the first, whatever is around them", () => {
  const again = `  b:\n    k:\n${indented(6)}`;
  const endings = [
    "",
    "      m999: more\n",
    "      - f: more\n",
    "        - f: more\n",
    "        more\n",
    "\n",
    "\n      z: 1\n",
  ];
  for (const ending of [...endings, "    z: 1\n", "    - z\n", "      # comment\n", "    # comment\n", "\tz\n"]) {
    assertSame(schemaOf(`  a:\n    k:\n${indented(6)}`, again, ending));
    assertSame(schemaOf(`  a:\n    k:\n${indented(6)}${ending}`, again));
    assertSame(schemaOf(`  a:\n    k:\n${indented(6)}`, again, ending, "  c:\n    k:\n", indented(6)));
  }
});

Deno.test("blocks in another column, or another output column, are read again", () => {
  const first = `  a:\n    k:\n${indented(6)}`;
  assertSame(schemaOf(first, `  b:\n     k:\n${indented(6)}`));
  assertSame(schemaOf(first, `  b:\n    k:\n${indented(8)}`));
  assertSame(schemaOf(first, `  b:\n   c:\n    k:\n${indented(6)}`));
  assertSame(schemaOf(first, `  b:\n      k:\n${indented(6)}`));
  assertSame(schemaOf(first, `  b:\n       k:\n${indented(6)}`));
  assertSame(schemaOf(first, `  b:\n  - k:\n${indented(6)}`));
});

Deno.test("lists are repeated blocks, too, in the column of their key or beside it", () => {
  const items = (column: number) =>
    Array.from({ length: 40 }, (_, i) => `${" ".repeat(column)}- item number ${i}, of many\n`).join("");
  for (const column of [4, 6, 8]) {
    for (const ending of ["", `${" ".repeat(column)}- one more\n`, "    l: x\n", `${" ".repeat(column)}l: x\n`]) {
      assertSame(schemaOf(`  a:\n    k:\n${items(column)}`, `  b:\n    k:\n${items(column)}${ending}`));
      assertSame(schemaOf(`  a:\n    k:\n${items(column)}${ending}`, `  b:\n    k:\n${items(column)}`));
    }
  }
});

Deno.test("repeated blocks with random faults have the same result", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const text = schemaOf(...["a", "b", "c"].map((key) => `  ${key}:\n    k:\n${indented(6)}`));
  for (let round = 0; round < 200; round++) {
    const at = READ_BY_LINES.length + random(text.length - READ_BY_LINES.length);
    const inserted = " \n:-#'\"|>&*!{[,]}?%@~0ya\\"[random(24)]!;
    assertSame(text.slice(0, at) + (random(3) === 0 ? "" : inserted) + text.slice(at + random(3)));
  }
});

Deno.test("the blank lines after a repeated block may be part of its last text", () => {
  const text = indented(6) + "      t: |+\n        kept\n";
  for (const blank of ["", "\n", "      \n", "\n\n"]) {
    assertSame(schemaOf(`  a:\n    k:\n${text}  b:\n    k:\n${text}${blank}  z: true\n`));
    assertSame(schemaOf(`  a:\n    k:\n${text}${blank}  b:\n    k:\n${text}  z: true\n`));
  }
});

Deno.test("a block with more lines than the known one is read by lines, too", () => {
  const list = (count: number) => "    - some words of a list\n".repeat(count);
  const schemas = [
    schemaOf(`  a:\n    k:\n${indented(6)}  b:\n    k:\n${indented(6)}      m999: more\n`),
    schemaOf(`  a:\n    k:\n${list(40)}  b:\n    k:\n${list(41)}`),
  ];
  for (const text of schemas) {
    const root = parseDocument(new Source("crd.yaml", text));
    const schema = root?.kind === "mapping" ? root.get(READ_BY_LINES) : undefined;
    assertEquals(schema?.kind === "mapping" && schema.deferred !== undefined, true);
  }
});

Deno.test("a block is known to all texts of a build, under its key and in its column", () => {
  const list = "    - some words of a list\n".repeat(40);
  const source = new Source("crd.yaml", schemaOf(`  a:\n    k:\n${indented(6)}`, `  b:\n    l:\n${list}  z: true\n`));
  parseDocument(source);
  const find = (text: string, key: string, column: number, indent: number) => {
    const out = new CopyBuilder(text);
    const level = { column, indent, isSequence: false, key, start: 0, mark: undefined };
    const end = blocksOf(source.growth).copy(level, text, 0, out);
    return end === undefined ? undefined : [end, out.parts().join("")];
  };
  const text = indented(6);
  const canonical = print(parseDocument(new Source("k", text))!).replace(/^/gm, "      ").trimEnd() + "\n";
  assertEquals(find(`${text}x`, "k", 4, 4), [text.length, canonical]);
  assertEquals(find(`${list}x`, "l", 4, 4), [list.length, list]);
  assertEquals(find(`${text}x`, "l", 4, 4), undefined);
  assertEquals(find(`${text}x`, "k", 4, 2), undefined);
});

Deno.test("RepeatedBlocks keeps the four newest blocks of 1000 characters or more under each key and column", () => {
  const kept = (added: string[], text: string, start: { column?: number; mark?: undefined } = {}) => {
    const blocks = new RepeatedBlocks();
    for (const block of added) {
      const out = new CopyBuilder(block);
      const level = { column: 2, indent: 2, isSequence: false, key: "", start: 0, mark: out.mark(), ...start };
      out.copy(0, block.length);
      blocks.add(level, "k", block, block.length, out);
    }
    const level = { column: 0, indent: 0, isSequence: false, key: "k", start: 0, mark: undefined };
    return blocks.copy(level, `${text}z`, 0, new CopyBuilder(text)) === text.length;
  };
  const block = (letter: string, length = 1000) => `  ${letter}: `.padEnd(length - 1, "x") + "\n";
  const all = [..."abcde"].map((letter) => block(letter));
  assertEquals(all.map((text) => kept(all, text)), [false, true, true, true, true]);
  assertEquals([kept([block("a", 999)], block("a", 999)), kept([block("a")], block("a"))], [false, true]);
  assertEquals([kept([block("a")], block("a"), { column: 4 }), kept([block("a")], block("a"), { mark: undefined })], [
    false,
    false,
  ]);
});

Deno.test("RepeatedBlocks takes a list for a known one only where that ends", () => {
  const list = `  - a: ${"x".repeat(1000)}\n`;
  const blocks = new RepeatedBlocks();
  const out = new CopyBuilder(list);
  const mark = out.mark();
  out.copy(0, list.length);
  const level = { column: 2, indent: 2, isSequence: true, key: "", start: 0, mark };
  blocks.add(level, "k", list, list.length, out);
  const isTaken = (rest: string) => {
    const outer = { column: 2, indent: 2, isSequence: false, key: "k", start: 0, mark: undefined };
    return blocks.copy(outer, list + rest, 0, new CopyBuilder(list + rest)) !== undefined;
  };
  assertEquals(["", "  b: c\n", "b: c\n", "- b\n"].map(isTaken), [true, true, true, true]);
  assertEquals(["  - b\n", "    b: c\n", "   b\n", "\n"].map(isTaken), [false, false, false, false]);
});

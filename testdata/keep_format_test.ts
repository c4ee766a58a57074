/** Checks the promises of `--keep-format` in every golden of `edit` that succeeds. */

import { assert, assertEquals } from "@std/assert";
import { type GoldenCase, listCases } from "../scripts/golden/golden_case.ts";
import { runInMemory } from "../scripts/golden/run_case.ts";
import { decodeSource } from "../src/diagnostics/decode_source.ts";
import { Source } from "../src/diagnostics/source.ts";
import { NEWEST } from "../src/compat/compat.ts";
import { EditedFile } from "../src/edit/edited_file.ts";
import { decodeKustomization, fileCodec } from "../src/edit/fields.ts";
import { rootOf } from "../src/edit/root.ts";
import { sameValue } from "../src/edit/keep/same_value.ts";
import type { Mapping, Node } from "../src/yaml/tree/node.ts";

const CODEC = fileCodec(NEWEST);

const { cases } = listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

for (const golden of cases) {
  if (!golden.name.startsWith("edit/") || golden.args.includes("--keep-format")) continue;
  Deno.test(`${golden.name} says the same with --keep-format, and changes no other line`, async () => {
    const usual = await runInMemory(golden);
    const keeping = await runInMemory(withFlag(golden));
    assertEquals(keeping.exit, usual.exit, keeping.stderr);
    for (const [path, content] of keeping.changed) {
      if (!/ustomization/.test(path) || !(content instanceof Uint8Array)) continue;
      const before = decodeSource(path, Deno.readFileSync(`${golden.dir}/in/${path}`)).text;
      const after = new TextDecoder().decode(content);
      assertSays(after, new TextDecoder().decode(usual.changed.get(path) as Uint8Array ?? content));
      if (keeping.stderr.includes("was written anew")) continue;
      assertEquals(missingFrom(after, commentsOf(before)), []);
      assertOtherFieldsAreUntouched(before, after);
    }
  });
}

function withFlag(golden: GoldenCase): GoldenCase {
  const dashes = golden.args.indexOf("--");
  return { ...golden, args: golden.args.toSpliced(dashes < 0 ? golden.args.length : dashes, 0, "--keep-format") };
}

function assertSays(kept: string, usual: string): void {
  const said = (text: string) => CODEC.encode(new EditedFile(new Source("k", text), NEWEST).fields);
  assert(sameValue(said(kept), said(usual)), `${kept}\ndoes not say the same as\n${usual}`);
}

function commentsOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("#"));
}

function missingFrom(text: string, comments: string[]): string[] {
  const left = commentsOf(text);
  return comments.filter((comment) => {
    const index = left.indexOf(comment);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** The lines of a field with the same value are unchanged. */
function assertOtherFieldsAreUntouched(before: string, after: string): void {
  const root = rootOf(new Source("k", before));
  if (root?.kind !== "mapping") return;
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  root.entries.forEach(({ key }, index) => {
    const name = key.kind === "scalar" ? Object.keys(CODEC.fields).find((field) => sameName(field, key.value))! : "";
    if (!isSame(old.get(name), now.get(name))) return;
    const end = root.entries[index + 1]?.key.start ?? before.length;
    const block = before.slice(key.start, end).split(/^---/m)[0]!.trimEnd().replace(/["'?]$/, "").trimEnd();
    assert(after.includes(block), `${name} was touched:\n${after}`);
  });
}

function sameName(field: string, key: string): boolean {
  return field.toLowerCase() === key.toLowerCase();
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameValue(a, b);
}

function fieldsOf(text: string): Mapping {
  return CODEC.encode(decodeKustomization(rootOf(new Source("k", text)), CODEC)) as Mapping;
}

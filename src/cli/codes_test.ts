import { assert, assertEquals } from "@std/assert";
import { CODES } from "../diagnostics/codes.ts";
import { type CodeEntry, type Example, filesOf, lineOf } from "../diagnostics/codes/entry.ts";
import { shellWords } from "../functions/shell_words.ts";
import { GitAndHttpSources } from "../load/remote/sources.ts";
import { build } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { ExampleMachine } from "../testing/example_machine.ts";
import { run } from "./run.ts";

/** The codes of the errors, or warnings, of an example. */
async function codesOf(example: Example, { isWarning, isEffect, finding }: CodeEntry): Promise<string[]> {
  const host = new ExampleMachine(example);
  const line = shellWords(lineOf(example), undefined).slice(1);
  const isEmbedded = typeof example !== "string" && example.given?.startsWith("an embedder") === true;
  // Warnings are printed without their code: the library has it.
  if (isWarning || isEmbedded) {
    const { errors, warnings } = await build(host.fs, ".", isEmbedded ? {} : optionsFor(line, host));
    return (isWarning ? warnings : errors).map(({ code }) => code);
  }
  if (isEffect) return await effectsOf(line, host);
  const exit = await run(line, host);
  const output = finding === undefined ? host.stderr : host.stdout;
  const codes = [...output.matchAll(/ \[([a-z0-9-]+)\]$/gm)].map(([, code]) => code!);
  // Notes do not make it fail.
  if (finding !== undefined) return codes;
  assertEquals(exit === 0, codes.length === 0, host.stderr);
  return codes;
}

/** The codes in a report of `kust diff`. */
async function effectsOf(line: string[], host: ExampleMachine): Promise<string[]> {
  await run([...line, "--format", "json"], host);
  assertEquals(host.stderr, "");
  return Object.keys(JSON.parse(host.stdout).summary.effects);
}

function optionsFor(line: string[], host: ExampleMachine): BuildOptions {
  return {
    capabilities: host,
    remote: new GitAndHttpSources(host),
    reorder: line.includes("legacy") ? "legacy" : "unspecified",
  };
}

for (const [code, entry] of CODES) {
  Deno.test(`the register's bad input gives ${code}, and the good one does not`, async () => {
    const codes = await codesOf(entry.bad, entry);
    assert(codes.includes(code), codes.join());
    // Another warning may remain: vars are deprecated.
    const left = await codesOf(entry.good, entry);
    assert(entry.isWarning || entry.isEffect || entry.finding ? !left.includes(code) : left.length === 0, left.join());
  });
}

Deno.test("the register's texts are short, and its sentences end", () => {
  for (const [code, entry] of CODES) {
    for (const sentence of [entry.meaning, entry.remedy]) {
      assert(/^[a-z'A-Z].*\.$/.test(sentence), `${code}: ${sentence}`);
    }
    assert(sizeOf(entry) < 4000, `${code} has long examples`);
  }
});

/** Generated depth aside. */
function sizeOf({ bad, good }: CodeEntry): number {
  const texts = [bad, good].flatMap((example) => Object.values(filesOf(example)));
  return texts.join("").replaceAll("{a: ", "").length;
}

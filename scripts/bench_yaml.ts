/**
 * Benchmarks parsing and printing of YAML against `@std/yaml`: the first call in this process, and the best of many.
 *
 * deno run -A scripts/bench_yaml.ts FILE...
 *
 * Accepts any files of resources. Megabytes are those of the input for parsing, of the output for printing.
 */

import { parseArgs } from "@std/cli";
import { parseAll, stringify } from "@std/yaml";
import { Source } from "../src/diagnostics/source.ts";
import { splitDocuments } from "../src/model/read/split_documents.ts";
import type { Node } from "../src/yaml/tree/node.ts";
import { parseDocument } from "../src/yaml/read/parse.ts";
import { print } from "../src/yaml/write/print.ts";

const SECONDS = 2;

const { _: files }: { _: string[] } = parseArgs(Deno.args, { string: ["_"] });
for (const file of files) bench(file);

function bench(file: string): void {
  const text = Deno.readTextFileSync(file);
  console.log(`${file}, ${(text.length / 1e6).toFixed(2)} MB`);
  const nodes = measure("  kust parse", text.length, () => parse(text));
  measure("  kust print", text.length, () => nodes.map((node) => print(node)));
  const values = measure("  @std/yaml parseAll", text.length, () => parseAll(text) as unknown[]);
  measure("  @std/yaml stringify", text.length, () => values.map((value) => stringify(value, { sortKeys: true })));
}

function parse(text: string): Node[] {
  const source = new Source("bench", text);
  return splitDocuments(source).flatMap((part) => parseDocument(source, part) ?? []);
}

/** Runs `work` for some seconds. Prints the rate of its first and of its best run, and returns its result. */
function measure<T>(name: string, size: number, work: () => T): T {
  const first = timed(work);
  let best = first.milliseconds;
  const end = performance.now() + SECONDS * 1000;
  while (performance.now() < end) best = Math.min(best, timed(work).milliseconds);
  const rate = (milliseconds: number) => `${(size / 1e3 / milliseconds).toFixed(1)} MB/s`;
  console.log(`${name.padEnd(24)} first ${rate(first.milliseconds).padStart(10)}   best ${rate(best).padStart(10)}`);
  return first.result;
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
}

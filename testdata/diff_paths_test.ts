/**
 * Checks that `explain` accepts the paths that `diff` reports, and names the same causes, for every golden of `diff` that
 * builds kustomizations.
 */

import { assert, assertEquals } from "@std/assert";
import { type GoldenCase, listCases } from "../scripts/golden/golden_case.ts";
import { memoryFiles } from "../scripts/golden/run_case.ts";
import type { MemoryFileSystem } from "../src/load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../src/testing/memory_host.ts";
import { run } from "../src/cli/run.ts";

interface ChangeReport {
  before?: { resourceKind: string; name: string; namespace?: string };
  after?: { resourceKind: string; name: string; namespace?: string };
  fields: { path: string; before?: { pointer: string }; after?: { pointer: string }; cause?: { place?: object } }[];
}

interface DiffReport {
  results: { resources: ChangeReport[] }[];
}

async function reportOf(files: MemoryFileSystem, words: readonly string[]) {
  const host = new MemoryHost(files);
  await run([...words, "--format=json"], host);
  assert(host.stdout !== "", host.stderr);
  return JSON.parse(host.stdout);
}

/** For each field that differs, the words that explain it, the pointer to it, and the place of its cause. */
function* explainable({ results }: DiffReport, old: string, current: string) {
  for (const { fields, ...change } of results.flatMap(({ resources }) => resources)) {
    for (const { path, cause, ...field } of fields) {
      const [side, folder] = field.after === undefined ? ["before" as const, old] : ["after" as const, current];
      const { resourceKind, name, namespace = "" } = change[side]!;
      const words = ["explain", folder, `${resourceKind}/${name}`, path, "--namespace", namespace];
      yield { words, pointer: field[side]!.pointer, isFollowing: cause === undefined, cause: cause?.place };
    }
  }
}

function isTested({ args: [command, ...sides], needs }: GoldenCase, files: MemoryFileSystem): boolean {
  return command === "diff" && needs.length === 0 &&
    sides.slice(0, 2).every((side) => files.stat(`${side}/kustomization.yaml`) !== undefined);
}

Deno.test("explain accepts the paths that diff reports, and agrees with its causes", async () => {
  let count = 0;
  for (const golden of listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, "")).cases) {
    const files = memoryFiles(golden);
    if (!isTested(golden, files)) continue;
    const [, old = "", current = ""] = golden.args;
    const report = await reportOf(files, ["diff", old, current]);
    for (const { words, pointer, isFollowing, cause } of explainable(report, old, current)) {
      const { results: [found] } = await reportOf(files, words);
      assertEquals(found.pointer, pointer, `${golden.name}: ${words.join(" ")}`);
      const { place, configured } = found.writers.at(-1);
      if (!isFollowing) assertEquals(cause, place ?? configured, `${golden.name}: ${words.join(" ")}`);
      count++;
    }
  }
  assert(count > 50, `${count} paths`);
});

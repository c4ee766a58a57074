/**
 * `deno task docs:examples [PAGE...]`: writes into pages what their examples print now. The pages are those of docs/,
 * and the README.md of each project in examples/.
 *
 * A fenced block whose info string names a file (```` ```yaml base/a.yaml ````) creates that file. A block
 * ```` ```console ```` has commands after `$ `, each followed by its output. They run in this process and in memory, in
 * an empty folder or in a copy of the project; `kustomize` is v5.8.1.
 */

import { assertEquals } from "@std/assert";
import { run } from "../../src/cli/run.ts";
import { shellWords } from "../../src/functions/shell_words.ts";
import { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import { HostWithKustomize } from "../../src/testing/host_with_kustomize.ts";
import { readTree } from "../golden/golden_case.ts";
import { treeInMemory } from "../golden/run_case.ts";
import { EXAMPLES, PAGES, readPaper, urlOf } from "./papers.ts";

/** All pages with examples. */
export const PAGES_WITH_EXAMPLES: readonly string[] = [...PAGES, ...EXAMPLES];

/** The text of a page, with the output that each of its commands has now. */
export async function withOutputs(page: string): Promise<string> {
  const files = startOf(page);
  let text = "";
  let end = 0;
  const source = readPaper(page);
  for (const match of source.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)) {
    const [whole, info = "", block = ""] = match;
    text += source.slice(end, match.index);
    end = match.index + whole.length;
    text += info === "console" ? "```console\n" + await outputsOf(block, files) + "```" : whole;
    const [, path] = info.split(" ");
    if (path !== undefined) writeFile(files, path, block);
  }
  return text + source.slice(end);
}

/** The files at the start of a page. */
function startOf(page: string): MemoryFileSystem {
  const [, project] = /^(examples\/.*)\/README\.md$/.exec(page) ?? [];
  if (project === undefined) return new MemoryFileSystem({}, "/project");
  return treeInMemory(readTree(urlOf(project).pathname));
}

function writeFile(files: MemoryFileSystem, path: string, text: string): void {
  files.makeDir(path.slice(0, path.lastIndexOf("/") + 1));
  files.writeFile(path, text);
}

/** The commands of a block, each with its output. */
async function outputsOf(block: string, files: MemoryFileSystem): Promise<string> {
  let text = "";
  for (const [, line] of block.matchAll(/^\$ (.*)$/gm)) text += `$ ${line}\n${await runLine(files, line!)}`;
  return text;
}

/** Runs `kust …` or `cat FILE`, perhaps with `| head -n N`. */
async function runLine(files: MemoryFileSystem, line: string): Promise<string> {
  const [, command = line, lines] = /^(.*) \| head -n (\d+)$/.exec(line) ?? [];
  if (lines !== undefined) return (await runLine(files, command)).split("\n").slice(0, Number(lines)).join("\n") + "\n";
  const [program, ...args] = shellWords(line, undefined);
  if (program === "cat") return files.readText(args[0] ?? "");
  assertEquals(program, "kust", line);
  const host = new HostWithKustomize(files, "v5.8.1");
  await run(args, host);
  return host.stdout + host.stderr;
}

if (import.meta.main) {
  for (const page of Deno.args.length > 0 ? Deno.args : PAGES_WITH_EXAMPLES) {
    const text = await withOutputs(page);
    if (text === readPaper(page)) continue;
    Deno.writeTextFileSync(urlOf(page), text);
    console.log(`wrote ${page}`);
  }
}
